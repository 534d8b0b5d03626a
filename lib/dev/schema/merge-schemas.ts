import { formatApiVersion } from '../../model/api-version';
import { KINDS } from '../../model/kinds.gen';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../model/kubernetes-version';
import { type GoTypes } from './read-go-types';
import { type RawField, type RawSchema } from './raw-type';

/** One Kubernetes version, as it was read. */
export interface VersionInput {
  readonly schema: RawSchema;
  readonly go: GoTypes;
}

/** The versions that something is in; a bound is left out where what contains it begins or ends there too. */
export interface Range {
  readonly since?: KubernetesVersion;
  readonly until?: KubernetesVersion;
}

/** A field, for as long as its shape stays the same on the wire. */
export interface MergedField extends Range {
  readonly name: string;
  readonly shape: string;
  readonly required: boolean;
  readonly deprecated: boolean;
}

export interface MergedSchema {
  /** The type of each kind, by `apps/v1 Deployment`. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, readonly MergedField[]>;
  readonly enums: ReadonlyMap<string, readonly (Range & { readonly value: string })[]>;
}

export type Versions = ReadonlyMap<KubernetesVersion, VersionInput>;

/**
 * One schema over all versions, of what can be reached from the kinds of the table of kinds; sorted.
 *
 * @throws Error when a kind has no type, or a field goes and comes back
 */
export function mergeSchemas(versions: Versions): MergedSchema {
  const kinds = new Map<string, string>();
  for (const { group, kind, versions: apiVersions } of KINDS) {
    for (const { version } of apiVersions) {
      const key = `${formatApiVersion(group, version)} ${kind}`;
      kinds.set(key, typeOfKind(key, versions));
    }
  }
  const types = new Map<string, readonly MergedField[]>();
  const enumNames = new Set<string>();
  const waiting = [...new Set(kinds.values())];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (types.has(name)) continue;
    const fields = mergeType(name, versions);
    types.set(name, fields);
    for (const { shape } of fields) {
      const target = referenceOf(shape);
      if (target === undefined) continue;
      if (isEnum(target, versions)) enumNames.add(target);
      else waiting.push(target);
    }
  }
  const enums = new Map([...enumNames].map((name) => [name, mergeEnum(name, versions)]));
  return { kinds, types: sorted(types), enums: sorted(enums) };
}

function typeOfKind(key: string, versions: Versions): string {
  for (const minor of [...KUBERNETES_VERSIONS].reverse()) {
    const type = versions.get(minor)?.schema.kinds.get(key);
    if (type !== undefined) return type;
  }
  throw new Error(`${key} has no type in any version`);
}

function isEnum(name: string, versions: Versions): boolean {
  return [...versions.values()].some(({ go }) => go.enums.has(name));
}

/** The type or enumeration that a shape names. */
function referenceOf(shape: string): string | undefined {
  const name = wireShape(shape).replace(/^(?:\[\]|\{\})*/, '');
  const written = shape.replace(/^(?:\[[^\]]*\]|\{\})*\*?/, '');
  if (written.includes('.')) return written;
  return name.startsWith('schemaOr') ? 'apiextensions.v1.JSONSchemaProps' : undefined;
}

/** A shape without what says nothing of the wire: the kind of a list, and the pointer of Go. */
function wireShape(shape: string): string {
  return shape.replace(/\[[^\]]*\]/g, '[]').replace('*', '');
}

function mergeType(name: string, versions: Versions): MergedField[] {
  const home = presence(name, ({ schema }) => schema.types.has(name), versions);
  const names = new Set<string>();
  for (const minor of home) {
    for (const field of versions.get(minor)?.schema.types.get(name)?.keys() ?? []) names.add(field);
  }
  return [...names].sort(compare).flatMap((field) => mergeField(name, field, home, versions));
}

function mergeField(
  type: string,
  name: string,
  home: readonly KubernetesVersion[],
  versions: Versions,
): MergedField[] {
  const runs: { minors: KubernetesVersion[]; wire: string; newest: RawField }[] = [];
  for (const minor of home) {
    const field = versions.get(minor)?.schema.types.get(type)?.get(name);
    if (field === undefined) continue;
    // A type that was plain text became an enumeration: nothing changed on the wire.
    const wire = isEnumShape(field.shape, versions)
      ? wireShape(field.shape).replace(/[\w.]+$/, 'string')
      : wireShape(field.shape);
    const run = runs.at(-1);
    if (run?.wire === wire) {
      run.minors.push(minor);
      run.newest = field;
    } else runs.push({ minors: [minor], wire, newest: field });
  }
  return runs.map(({ minors, newest }) => ({
    name,
    shape: newest.shape,
    required: newest.required,
    deprecated: newest.deprecated,
    ...rangeWithin(`${type}.${name}`, minors, home),
  }));
}

function isEnumShape(shape: string, versions: Versions): boolean {
  const target = referenceOf(shape);
  return target !== undefined && isEnum(target, versions);
}

function mergeEnum(name: string, versions: Versions): (Range & { value: string })[] {
  const home = presence(name, ({ go }) => go.enums.has(name), versions);
  const values = new Set(home.flatMap((minor) => versions.get(minor)?.go.enums.get(name) ?? []));
  return [...values].sort(compare).map((value) => {
    const minors = home.filter((minor) => versions.get(minor)?.go.enums.get(name)?.includes(value));
    return { value, ...rangeWithin(`${name} ${value}`, minors, home) };
  });
}

function presence(
  name: string,
  has: (input: VersionInput) => boolean,
  versions: Versions,
): KubernetesVersion[] {
  const minors = KUBERNETES_VERSIONS.filter((minor) => {
    const input = versions.get(minor);
    return input !== undefined && has(input);
  });
  if (minors.length === 0) throw new Error(`${name} is in no version`);
  return minors;
}

function rangeWithin(
  where: string,
  minors: readonly KubernetesVersion[],
  home: readonly KubernetesVersion[],
): Range {
  const [since] = minors;
  const until = minors.at(-1);
  if (since === undefined || until === undefined) throw new Error(`${where} is in no version`);
  const span = home.slice(home.indexOf(since), home.indexOf(until) + 1);
  if (span.length !== minors.length) throw new Error(`${where} goes and comes back: ${minors.join(', ')}`);
  return {
    ...(since === home[0] ? {} : { since }),
    ...(until === home.at(-1) ? {} : { until }),
  };
}

function sorted<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
