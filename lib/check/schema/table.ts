import { isKubernetesVersion, type KubernetesVersion } from '../../model/kubernetes-version';
import { type ServedRange } from '../../model/kind-info';
import { isServedIn } from '../../model/kinds';
import { parseShape, type Shape } from './shape';
import { ENUM_LINES, KIND_LINES, TYPE_LINES } from './tables.gen';

/** The versions that something is in; a bound is left out where what contains it begins or ends there too. */
type Range = Partial<ServedRange>;

/** A field of an API type, for as long as its shape stays the same. */
export interface FieldInfo extends Range {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** What the field is in other versions. */
  readonly other?: FieldInfo;
}

/** An API type. */
export interface TypeInfo {
  /** `core.v1.PodSpec` */
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldInfo>;
  readonly required: readonly FieldInfo[];
}

/** An API version of a kind. */
export interface KindSchema {
  readonly type: string;
  /** What upstream has announced for it. Releases are minors: `1.33`. */
  readonly deprecatedIn?: string;
  readonly removedIn?: string;
  readonly replacement?: { readonly apiVersion: string; readonly kind: string };
}

/** A value of an enumeration. */
export interface EnumValue extends Range {
  readonly value: string;
}

/** Whether a version has it, where it has what contains it. */
export function isIn({ since, until }: Range, version: KubernetesVersion): boolean {
  if (since === undefined && until === undefined) return true;
  return isServedIn({ since: since ?? '1.28', ...(until === undefined ? {} : { until }) }, version);
}

/** The field as that version has it, or failing that as another has. */
export function fieldIn(type: TypeInfo, name: string, version: KubernetesVersion): FieldInfo | undefined {
  const first = type.fields.get(name);
  for (let field = first; field !== undefined; field = field.other) {
    if (isIn(field, version)) return field;
  }
  return first;
}

/** Whether a version has the field. */
export function isFieldIn(type: TypeInfo, name: string, version: KubernetesVersion): boolean {
  const field = fieldIn(type, name, version);
  return field !== undefined && isIn(field, version);
}

let kinds: ReadonlyMap<string, KindSchema> | undefined;
let enums: ReadonlyMap<string, readonly EnumValue[]> | undefined;
let typeLines: ReadonlyMap<string, string> | undefined;
const types = new Map<string, TypeInfo>();

/** The schema of a built-in kind; undefined for what no covered minor serves. */
export function findKindSchema(apiVersion: string, kind: string): KindSchema | undefined {
  kinds ??= new Map(lines(KIND_LINES).map(readKind));
  return kinds.get(`${apiVersion} ${kind}`);
}

/** The values of an enumeration, sorted. */
export function enumValues(name: string): readonly EnumValue[] {
  return allEnums().get(name) ?? [];
}

/**
 * The API type of that name. Types are read when they are first asked for: an object has few of them.
 *
 * @throws Error when the table has no such type
 */
export function findType(name: string): TypeInfo {
  const known = types.get(name);
  if (known !== undefined) return known;
  typeLines ??= new Map(lines(TYPE_LINES).map(firstWord));
  const line = typeLines.get(name);
  if (line === undefined) throw new Error(`the table has no type ${name}`);
  const type = readType(name, line);
  types.set(name, type);
  return type;
}

function allEnums(): ReadonlyMap<string, readonly EnumValue[]> {
  return (enums ??= new Map(
    lines(ENUM_LINES).map((line) => {
      const [name, values] = firstWord(line);
      return [
        name,
        values.split('|').map((text) => {
          const [value, range] = splitRange(text);
          return { value, ...range };
        }),
      ];
    }),
  ));
}

function readKind(line: string): [string, KindSchema] {
  const [apiVersion = '', kind = '', type = '', deprecatedIn, removedIn, newApiVersion, newKind] =
    line.split(' ');
  return [
    `${apiVersion} ${kind}`,
    {
      type,
      ...(deprecatedIn === undefined ? {} : { deprecatedIn }),
      ...(removedIn === undefined || removedIn === '-' ? {} : { removedIn }),
      ...(newApiVersion === undefined || newKind === undefined
        ? {}
        : { replacement: { apiVersion: newApiVersion, kind: newKind } }),
    },
  ];
}

function readType(name: string, line: string): TypeInfo {
  const home = name.slice(0, name.lastIndexOf('.'));
  const fields = new Map<string, FieldInfo>();
  for (const token of line === '' ? [] : line.split(' ')) {
    const field = readField(token, home);
    const other = fields.get(field.name);
    fields.set(field.name, other === undefined ? field : { ...field, other });
  }
  return { name, fields, required: [...fields.values()].filter(({ required }) => required) };
}

/** `name`, `!` where it is required, `~` where it is deprecated, `:`, shape, range. */
function readField(token: string, home: string): FieldInfo {
  const [, name = '', required, deprecated, rest = ''] = /^([^:!~]+)(!?)(~?):(.*)$/.exec(token) ?? [];
  const [shape, range] = splitRange(rest);
  return {
    name,
    shape: parseShape(shape, home, (target) => allEnums().has(target)),
    required: required === '!',
    deprecated: deprecated === '~',
    ...range,
  };
}

/** `text`, `text@since`, `text@-until` or `text@since-until`. */
function splitRange(text: string): [string, Range] {
  const at = text.indexOf('@');
  if (at < 0) return [text, {}];
  const [since = '', until = ''] = text.slice(at + 1).split('-');
  return [
    text.slice(0, at),
    { ...(isKubernetesVersion(since) ? { since } : {}), ...(isKubernetesVersion(until) ? { until } : {}) },
  ];
}

function lines(text: string): string[] {
  return text.trim().split('\n');
}

function firstWord(line: string): [string, string] {
  const space = line.indexOf(' ');
  return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1)];
}
