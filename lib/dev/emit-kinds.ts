import { type KindInfo, type SubresourceInfo } from '../model/kind-info';

/** The verb lists that many rows share, by the name that the table gives them. */
const SHARED_VERBS: readonly (readonly [name: string, verbs: string])[] = [
  ['EVERY', 'get,list,watch,create,update,patch,delete,deletecollection'],
  ['STATUS', 'get,update,patch'],
  ['TUNNEL', 'get,create'],
  ['CREATE', 'create'],
];

/** The source text of `lib/model/kinds.gen.ts`. */
export function emitKinds(header: string, kinds: readonly KindInfo[]): string {
  const shared = SHARED_VERBS.map(
    ([name, verbs]) => `const ${name}: readonly ApiVerb[] = ${literal(verbs.split(','))};`,
  );
  return [
    header,
    "import { type ApiVerb, type KindInfo } from './kind-info';",
    '',
    ...shared,
    '',
    'export const KINDS: readonly KindInfo[] = [',
    ...kinds.map((kind) => `  ${emitKind(kind)},`),
    '];',
    '',
  ].join('\n');
}

function emitKind(info: KindInfo): string {
  const { group, kind, plural, shortNames, namespaced } = info;
  const subresources = Object.entries(info.subresources).map(
    ([name, subresource]) => `${literal(name)}: ${emitSubresource(subresource)}`,
  );
  return emitObject({
    group: literal(group),
    kind: literal(kind),
    plural: literal(plural),
    shortNames: literal(shortNames),
    namespaced: String(namespaced),
    verbs: emitVerbs(info.verbs),
    versions: `[${info.versions.map((version) => emitObject(literals(version))).join(', ')}]`,
    subresources: subresources.length === 0 ? '{}' : `{ ${subresources.join(', ')} }`,
  });
}

function emitSubresource({ verbs, body, ...range }: SubresourceInfo): string {
  return emitObject({
    verbs: emitVerbs(verbs),
    ...literals(range),
    ...(body === undefined ? {} : { body: emitObject(literals(body)) }),
  });
}

function emitVerbs(verbs: readonly string[]): string {
  return SHARED_VERBS.find(([, shared]) => shared === verbs.join(','))?.[0] ?? literal(verbs);
}

function literals(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, literal(value)]));
}

function emitObject(fields: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(fields)
    .map(([key, text]) => `${key}: ${text}`)
    .join(', ')} }`;
}

function literal(value: unknown): string {
  return Array.isArray(value)
    ? `[${value.map(literal).join(', ')}]`
    : JSON.stringify(value).replace(/^"(.*)"$/, "'$1'");
}
