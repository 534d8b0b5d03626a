import { type SchemaNode } from './schema-node';

/** Where a path of a definition leads, or why it leads nowhere. */
export type FoundPath =
  | { readonly names: readonly string[]; readonly schema: SchemaNode | undefined }
  | { readonly problem: string };

/**
 * Follows a path of fields and keys through a schema: ValidFieldPath in
 * k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/validation.go.
 *
 * @param brackets Whether a field may be written as `['name']`.
 */
export function findFieldPath(path: string, root: SchemaNode, brackets: boolean): FoundPath {
  const tokens = tokensOf(path);
  const names: string[] = [];
  let schema = root;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at++];
    if (token !== '.' && token !== '[') return { problem: `expected [ or . but got: ${token ?? ''}` };
    if (token === '[' && !brackets) return { problem: 'array notation is not allowed' };
    const written = tokens[at++];
    if (written === undefined) return { problem: 'unexpected end of JSON path' };
    if (token === '[' && !/^'[^]*'$/.test(written))
      return { problem: `expected single quoted string but got ${written}` };
    const name = token === '[' ? unescape(written.slice(1, -1)) : written;
    names.push(name);
    const below = step(schema, name);
    if (below === undefined) return { problem: 'does not refer to a valid field' };
    if (below === 'anything') return { names, schema: undefined };
    schema = below;
    if (token === '[' && tokens[at++] !== ']') return { problem: 'expected ]' };
  }
  return { names, schema };
}

/** Upstream does not look below what may be anything. */
function step({ properties, additional }: SchemaNode, name: string): SchemaNode | 'anything' | undefined {
  if (properties.size > 0) return properties.get(name);
  return typeof additional === 'boolean' ? 'anything' : additional;
}

/** Dots, brackets, texts in quotes, and what stands between them. */
function tokensOf(path: string): readonly string[] {
  return path.match(/'(?:\\'|[^'])*'|'[^]*|[.[\]]|[^.[\]][^.[\]]*/g) ?? [];
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char);
}
