/** What a field takes on the wire. */
export type Shape =
  | { readonly is: 'scalar'; readonly scalar: Scalar }
  | {
      readonly is: 'enum';
      readonly name: string;
      /** Whether `''` counts as left out. */ readonly emptyIsUnset: boolean;
    }
  | { readonly is: 'list'; readonly items: Shape; readonly keys: readonly ListKey[] }
  | { readonly is: 'map'; readonly values: Shape }
  | { readonly is: 'type'; readonly name: string }
  /** A JSON schema, or what else JSON schema allows in its place. */
  | { readonly is: 'schemaOr'; readonly other: 'list' | 'boolean' };

export type Scalar =
  | 'string'
  | 'int32'
  | 'int64'
  | 'double'
  | 'boolean'
  | 'quantity'
  | 'intOrString'
  | 'time'
  | 'microTime'
  | 'bytes'
  /** Anything: the decoder keeps it as it comes. */
  | 'json';

/** A field by which the items of a list are told apart, and what it is when left out. */
export interface ListKey {
  readonly name: string;
  readonly preset?: string;
}

const SCALARS: ReadonlySet<string> = new Set<Scalar>([
  'string',
  'int32',
  'int64',
  'double',
  'boolean',
  'quantity',
  'intOrString',
  'time',
  'microTime',
  'bytes',
  'json',
]);

/**
 * Reads the notation of the table: a scalar, `schemaOrArray`, `schemaOrBool`, `core.v1.PodSpec`, `.PodSpec` (of the
 * same package as `home`), `[]X`, `[key,key=preset]X`, `[=]X` (a set), `{}X` (a map), `*X` (an enumeration that `''`
 * does not leave out).
 *
 * @param isEnum Whether a name is that of an enumeration.
 */
export function parseShape(text: string, home: string, isEnum: (name: string) => boolean): Shape {
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    return {
      is: 'list',
      items: parseShape(text.slice(end + 1), home, isEnum),
      keys: parseKeys(text.slice(1, end)),
    };
  }
  if (text.startsWith('{}')) return { is: 'map', values: parseShape(text.slice(2), home, isEnum) };
  if (text.startsWith('*')) return { is: 'enum', name: fullName(text.slice(1), home), emptyIsUnset: false };
  if (isScalar(text)) return { is: 'scalar', scalar: text };
  if (text === 'schemaOrArray') return { is: 'schemaOr', other: 'list' };
  if (text === 'schemaOrBool') return { is: 'schemaOr', other: 'boolean' };
  const name = fullName(text, home);
  return isEnum(name) ? { is: 'enum', name, emptyIsUnset: true } : { is: 'type', name };
}

function parseKeys(text: string): ListKey[] {
  if (text === '' || text === '=') return [];
  return text.split(',').map((key) => {
    const [name = '', preset] = key.split('=');
    return preset === undefined ? { name } : { name, preset };
  });
}

function fullName(text: string, home: string): string {
  return text.startsWith('.') ? home + text : text;
}

function isScalar(text: string): text is Scalar {
  return SCALARS.has(text);
}
