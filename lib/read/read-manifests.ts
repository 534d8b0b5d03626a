import { isJsonObject } from '../model/json-object';
import { parseJsonPointer } from '../model/json-pointer';
import { type ObjectInput } from '../model/object-entry';
import { type SourceSpan } from '../model/source-span';
import { type DocumentContent, FieldFinder, SourceDocument } from './document';
import { listItems } from './list-items';
import { type ReadProblem } from './read-problem';
import { splitDocuments } from './split-documents';
import { placeAfter, type TextPlace, TextPlaces } from './text-places';
import { type RepeatedKey, type RewrittenKey } from './yaml/compose';
import { locateNode } from './yaml/locate-node';
import { jsonEnd } from './yaml/json-end';
import { YamlSyntaxError } from './yaml/syntax-error';

/** An object that was read from a text. */
export interface ReadObject extends ObjectInput {
  /** Where it begins. */
  readonly span: SourceSpan;
  /** Where a field's key, or an item, stands, or its value if that is a scalar; found when it is asked for. */
  readonly locate: (pointer: string, part?: 'value') => SourceSpan | undefined;
}

/** The objects of a text, in its order, and what is wrong with it. */
export interface ReadResult {
  readonly objects: readonly ReadObject[];
  /** In the order of their places. */
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads the objects of a YAML or JSON text, as `kubectl apply -f` would: documents between `---`, lists
 * of objects opened, JSON texts one after the other. The values are those that Go's reader gives to
 * kubectl (sigs.k8s.io/yaml): `yes` and `on` are booleans, `0777` is 511, `1:30` is text. Integers past
 * 2^53 are rounded.
 *
 * A document that is broken is a problem, and the others are read all the same.
 *
 * @param text the whole file
 * @param file its path, for places
 *
 * @example
 * const { objects, problems } = readManifests('kind: Namespace\nmetadata: { name: shop }\n', 'ns.yaml');
 * objects[0]?.locate('/metadata/name'); // { file: 'ns.yaml', line: 2, column: 13 }
 */
export function readManifests(text: string, file: string): ReadResult {
  return new Reader(text, file).run();
}

/** Goes on where the JSON at the front of a text ends. */
interface AfterJson {
  readonly offset: number;
  readonly place: TextPlace;
}

class Reader {
  readonly #text: string;
  readonly #file: string;
  readonly #finder = new FieldFinder();
  readonly #objects: ReadObject[] = [];
  readonly #problems: ReadProblem[] = [];
  #isTemplate = false;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  run(): ReadResult {
    const nul = this.#text.indexOf('\0');
    if (nul !== -1) {
      const place = new TextPlaces(this.#text).at(nul);
      this.#report(
        'encoding',
        { file: this.#file, ...place },
        {
          what: 'the file is binary: it holds a NUL byte',
          help: 'leave it out, or save it as UTF-8 if it is text in UTF-16',
        },
      );
    } else {
      const { offset, place } = this.#readJsonTexts();
      for (const document of splitDocuments(this.#text, offset, place)) {
        const source = new SourceDocument(document.text, this.#file, document.place, 'yaml');
        this.#readYaml(source, document.badSeparator);
      }
    }
    return { objects: this.#objects, problems: this.#problems };
  }

  /**
   * A text that begins with a brace is JSON texts one after the other, until one is not JSON; from
   * there on it is YAML (apimachinery pkg/util/yaml/decoder.go, YAMLOrJSONDecoder).
   */
  #readJsonTexts(): AfterJson {
    const text = this.#text;
    let offset = 0;
    let place: TextPlace = { line: 1, column: 1 };
    const skipTo = (end: number): void => {
      place = placeAfter(text, offset, end, place);
      offset = end;
    };
    let count = 0;
    if (!/^\s*\{/.test(text)) return { offset, place };
    for (;;) {
      const start = offset + text.slice(offset).search(/\S|$/);
      if (text.charCodeAt(start) !== 0x7b) break;
      const end = jsonEnd(text, start);
      if (end === -1) break;
      const at = placeAfter(text, offset, start, place);
      const source = new SourceDocument(text.slice(start, end), this.#file, at, 'json');
      try {
        this.#take(source, source.read());
      } catch (error) {
        if (!(error instanceof YamlSyntaxError)) throw error;
        break;
      }
      skipTo(end);
      count++;
    }
    if (count > 1 && /\S/.test(text.slice(offset))) {
      this.#report(
        'separator',
        { file: this.#file, ...placeAfter(text, offset, offset + text.slice(offset).search(/\S/), place) },
        {
          what: 'something other than JSON follows after several JSON texts, at which kubectl gives up',
          help: 'write all of them as JSON texts, or separate them with lines of "---" from the first on',
        },
      );
    }
    // What is left of the line is blank, unless JSON goes on as something else.
    const blank = /^[^\S\n]*(?:\n|$)/.exec(text.slice(offset, offset + 1000));
    if (offset > 0 && blank !== null) skipTo(offset + blank[0].length);
    return { offset, place };
  }

  #readYaml(source: SourceDocument, badSeparator: boolean): void {
    if (badSeparator) {
      this.#report('separator', source.span(0), {
        what: 'a line begins with "---" and goes on, which kubectl refuses',
        help: 'write "---" alone, and what follows on a line of its own',
      });
    }
    try {
      this.#take(source, source.read(), badSeparator);
    } catch (error) {
      if (!(error instanceof YamlSyntaxError)) throw error;
      if (!badSeparator) this.#reportBroken(source, error);
    }
  }

  #take(
    source: SourceDocument,
    { value, root, repeated, rewritten, rest }: DocumentContent,
    quiet = false,
  ): void {
    const before = this.#problems.length;
    for (const { value: object, pointer } of value === undefined || value === null ? [] : listItems(value)) {
      const isItem = pointer !== '';
      const span = source.span((root && locateNode(root, parseJsonPointer(pointer))) ?? 0);
      if (isJsonObject(object)) {
        const locate: ReadObject['locate'] = (field, part) =>
          this.#finder.find(source, pointer + field, part);
        this.#objects.push({ object, span, locate });
      } else if (!quiet) {
        this.#report('not-an-object', span, {
          what: `${isItem ? 'an item of the list' : 'the document'} is ${describe(object)}, and no object`,
          help: 'an object is a mapping with the fields apiVersion, kind and metadata',
        });
      }
    }
    for (const key of repeated) this.#reportRepeated(source, key);
    for (const key of rewritten) this.#reportRewritten(source, key);
    if (rest !== undefined && !quiet) {
      this.#report('left-out', source.span(rest), {
        what: 'the document has ended before this line, so that kubectl never reads what follows',
        help: 'begin a further document with a line of "---"',
      });
    }
    const found = this.#problems.splice(before);
    this.#problems.push(...found.sort((a, b) => comparePlaces(a.span, b.span)));
  }

  #reportRewritten(source: SourceDocument, { written, key, offset }: RewrittenKey): void {
    const isBoolean = key === 'true' || key === 'false';
    this.#report('rewritten-key', source.span(offset), {
      what: `the key \`${written}\` has no quotes, and is read as \`${key}\``,
      help: `write \`${JSON.stringify(written)}:\`; without quotes it is a ${isBoolean ? 'boolean' : 'number'} to kubectl and all that read YAML 1.1`,
    });
  }

  #reportRepeated(source: SourceDocument, { key, first, last, byMerge, written }: RepeatedKey): void {
    if (written !== undefined) {
      this.#problems.push({
        reason: 'duplicate-key',
        what:
          written[0] === written[1]
            ? `the key \`${written[0]}\`, which is read as \`${key}\`, is written twice`
            : `the keys \`${written.join('` and `')}\` are both read as \`${key}\`, so that the first is lost`,
        help: `write them in quotes: ${written.map((each) => `\`${JSON.stringify(each)}:\``).join(' and ')}`,
        span: source.span(last),
        related: [{ span: source.span(first), label: 'the one that is lost' }],
      });
      return;
    }
    const name = JSON.stringify(key);
    this.#problems.push({
      reason: 'duplicate-key',
      what: byMerge
        ? `"<<" replaces the field ${name} that stands before it`
        : `the field ${name} is written twice`,
      help: byMerge
        ? 'write "<<" first in its mapping, so that the fields after it count'
        : 'keep one of them; kubectl drops the first in silence, other tools refuse the document',
      span: source.span(last),
      related: [
        { span: source.span(first), label: byMerge ? 'the field that is lost' : 'written first here' },
      ],
    });
  }

  #reportBroken(source: SourceDocument, { offset, title, help }: YamlSyntaxError): void {
    const braces = source.findBraces(offset);
    if (braces !== -1) {
      // One problem for the file: each of its documents is as broken as the first.
      if (this.#isTemplate) return;
      this.#isTemplate = true;
      this.#problems.push({
        reason: 'template',
        what: 'the file is a template that is not rendered yet: "{{" stands where YAML cannot have it',
        help: 'read what `helm template` prints, or quote the braces if they are text',
        span: source.span(braces),
        related: [{ span: source.span(offset), label: title }],
      });
      return;
    }
    this.#report('syntax', source.span(offset), { what: title, help });
  }

  #report(
    reason: ReadProblem['reason'],
    span: SourceSpan,
    { what, help }: Pick<ReadProblem, 'what' | 'help'>,
  ): void {
    this.#problems.push({ reason, what, help, span });
  }
}

function comparePlaces(a: SourceSpan, b: SourceSpan): number {
  return a.line - b.line || a.column - b.column;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}
