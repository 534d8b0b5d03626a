import { suggest } from '../../diagnostics/suggest';

/** What each setting has to be. */
const SHAPES: Readonly<Record<string, { readonly is: (value: unknown) => boolean; readonly words: string }>> =
  {
    target: { is: (value) => typeof value === 'string', words: "text, such as '1.34'" },
    severities: { is: isMap, words: "an object, such as { K301: 'warning' }" },
    rules: {
      is: (value) => Array.isArray(value) && value.every(isMap),
      words: 'a list of rules, made by defineRule',
    },
    external: { is: isMap, words: 'an object, such as { objects: [...] }' },
    paths: {
      is: (value) =>
        Array.isArray(value) &&
        value.every((each) => isMap(each) && isMap((each as { severities?: unknown }).severities)),
      words: "a list, such as [{ files: 'charts/legacy/**', severities: { K301: 'off' } }]",
    },
  };

const EXTERNAL = ['objects', 'resources', 'crds', 'podSecurity', 'nodes'];

/** Why an object is no configuration, with the fix; undefined if it can be one. Programs without types need it. */
export function configProblem(config: object): string | undefined {
  for (const [name, value] of Object.entries(config) as [string, unknown][]) {
    if (value === undefined) continue;
    const shape = Object.hasOwn(SHAPES, name) ? SHAPES[name] : undefined;
    if (shape === undefined) return `there is no setting '${name}'${meant(name, Object.keys(SHAPES))}`;
    if (name === 'rules' && isMap(value))
      return '`rules` is a list of your own rules; severities by code go into `severities`';
    if (!shape.is(value)) return `\`${name}\` has to be ${shape.words}`;
    const unknown =
      name === 'external' && Object.keys(value as object).find((key) => !EXTERNAL.includes(key));
    if (typeof unknown === 'string')
      return `there is no setting 'external.${unknown}'${meant(unknown, EXTERNAL)}`;
  }
  return undefined;
}

function meant(word: string, known: readonly string[]): string {
  const [best] = suggest(word, known);
  return best === undefined ? `; the settings are ${known.join(', ')}` : `; did you mean '${best}'?`;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
