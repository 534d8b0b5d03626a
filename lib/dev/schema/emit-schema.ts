import { type Lifecycle } from './read-lifecycles';
import { type MergedField, type MergedSchema, type Range } from './merge-schemas';

/** The source text of `lib/check/schema/tables.gen.ts`, in the notation that `table.ts` beside it reads. */
export function emitSchema(
  header: string,
  schema: MergedSchema,
  lifecycles: ReadonlyMap<string, Lifecycle>,
): string {
  const kinds = [...schema.kinds].map(([kind, type]) => kindLine(kind, type, lifecycles.get(kind)));
  const enums = [...schema.enums].map(
    ([name, values]) => `${name} ${values.map((value) => value.value + mark(value)).join('|')}`,
  );
  const types = [...schema.types].map(([name, fields]) => typeLine(name, fields));
  return [
    header,
    '',
    constant('KIND_LINES', kinds),
    '',
    constant('ENUM_LINES', enums),
    '',
    constant('TYPE_LINES', types),
    '',
  ].join('\n');
}

/** Text rather than objects: it costs nothing to load, and a type is read when an object has it. */
function constant(name: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  if (/[`\\]|\$\{/.test(text)) throw new Error(`${name} needs escapes`);
  return `export const ${name} = \`\n${text}\n\`;`;
}

function kindLine(kind: string, type: string, lifecycle: Lifecycle | undefined): string {
  if (lifecycle === undefined) return `${kind} ${type}`;
  const { deprecated, removed = '-', replacement = '' } = lifecycle;
  return `${kind} ${type} ${deprecated} ${removed} ${replacement}`.trimEnd();
}

function typeLine(type: string, fields: readonly MergedField[]): string {
  const home = type.slice(0, type.lastIndexOf('.') + 1);
  const tokens = fields.map((field) => {
    const shape = field.shape.replace(/[\w.]+$/, (name) =>
      name.startsWith(home) ? `.${name.slice(home.length)}` : name,
    );
    return `${field.name}${field.required ? '!' : ''}${field.deprecated ? '~' : ''}:${shape}${mark(field)}`;
  });
  return [type, ...tokens].join(' ');
}

/** `@1.30`: since; `@-1.31`: until; `@1.29-1.31`: both. */
function mark({ since, until }: Range): string {
  if (since === undefined && until === undefined) return '';
  return `@${since ?? ''}${until === undefined ? '' : `-${until}`}`;
}
