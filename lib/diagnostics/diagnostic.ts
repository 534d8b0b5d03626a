import { type SourceSpan } from '../model/source-span';

/** `error` where it cannot work, `warning` where it is a risk, `info` where it is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** The object that a diagnostic is about. */
export interface ObjectRef {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A place in a file, with what is to be seen there. `column` counts UTF-16 code units. */
export interface FileSpan extends SourceSpan {
  /** What is there, naming the field: "selector is `app=cart`". May be empty. */
  readonly label: string;
}

/** A place that no line of a file is known for: the path of a construct. */
export interface ConstructSpan {
  /** Path in the construct tree, `shop/cart`. */
  readonly construct: string;
  readonly label: string;
}

export type DiagnosticSpan = FileSpan | ConstructSpan;

/**
 * One finding, as data. Every renderer shows the same facts of it.
 *
 * Texts are one line, except notes, help and labels, which may have more. Names and values stand
 * between backticks, which renderers that know code show as code.
 */
export interface Diagnostic {
  /** `K301`. Never changes its meaning. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong; stands alone. */
  readonly title: string;
  readonly object?: ObjectRef;
  /** JSON pointer (RFC 6901) of the field in the object. */
  readonly path?: string;
  /** Where; the first is the primary one, the others are the other sides of a disagreement. */
  readonly spans: readonly DiagnosticSpan[];
  /** The reason, or what the API server itself answers. */
  readonly notes: readonly string[];
  /** How to mend it, with the value to write. */
  readonly help: readonly string[];
  /** What to know before following the help; shown after it. */
  readonly caveats?: readonly string[];
}

/** Whether a file is known for a span. */
export function isFileSpan(span: DiagnosticSpan): span is FileSpan {
  return 'file' in span;
}
