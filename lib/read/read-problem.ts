import { type SourceSpan } from '../model/source-span';

/** Another place that a problem is about. */
export interface RelatedPlace {
  readonly span: SourceSpan;
  /** What stands there. */
  readonly label: string;
}

/** Why a text is not, or not quite, the objects that it seems to be. */
export interface ReadProblem {
  /**
   * - `syntax`: the document cannot be read; nothing of it is among the objects.
   * - `duplicate-key`: a field is written more than once; the object has the last, as with kubectl.
   * - `rewritten-key`: a key without quotes is read as something else: `y` as `true`.
   * - `not-an-object`: a document, or an item of a list of objects, is something else.
   * - `template`: the file is a template that is still to be rendered.
   * - `left-out`: text that kubectl never reads, since a document has ended before it.
   * - `separator`: a line begins with `---` and is no separator to kubectl.
   * - `encoding`: the file is not text in UTF-8.
   * - `file`: the file or folder is not there, cannot be read, or is too large.
   */
  readonly reason:
    | 'syntax'
    | 'duplicate-key'
    | 'rewritten-key'
    | 'not-an-object'
    | 'template'
    | 'left-out'
    | 'separator'
    | 'encoding'
    | 'file';
  /** What is wrong; it stands alone. */
  readonly what: string;
  /** How to mend it. */
  readonly help: string;
  /** The place; line 1, column 1 for what concerns a whole file. */
  readonly span: SourceSpan;
  readonly related?: readonly RelatedPlace[];
}
