import { editDistance } from '../../diagnostics/edit-distance';
import { suggest } from '../../diagnostics/suggest';
import { formatFieldPath } from '../../model/field-path';
import { type JsonValue } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { findFormerField } from './former-fields';
import { isShown, writeValue } from './show-value';
import { findType, isFieldIn, type TypeInfo } from './table';
import { type TypeWalk } from './type-walk';

/** Fields that nearly every type has tell nothing of where something belongs. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'name',
  'namespace',
  'spec',
  'status',
]);

/**
 * Reports a field that the type does not have in any version: the nearest of those that it has, or where in the
 * object a field of that name belongs. `walk.types` ends with the type.
 *
 * @param siblings All fields of the object.
 * @returns the field of the type that was meant, where that is clear
 */
export function reportUnknownField(
  walk: TypeWalk,
  type: TypeInfo,
  name: string,
  value: JsonValue,
  siblings: readonly string[] = [],
): string | undefined {
  const { log, version } = walk;
  const former = findFormerField(type.name, name, value);
  // What is written beside it is not what it was meant for.
  const near = suggest(
    name,
    namesIn(type, version).filter((each) => !siblings.includes(each)),
  );
  const help = former === undefined ? helpFor(walk, type, name, value, near) : [former.help];
  log.add(
    'unknown-field',
    {
      ...(walk.lenient === true && { severity: 'warning' }),
      says: `has the unknown field \`${log.where(name)}\``,
      label: `${log.path.length === 0 ? 'the object' : log.where()} has no field ${name}`,
      notes: [
        ...(former === undefined ? [] : [former.note]),
        ...(walk.lenient === true ? ['the API server drops it here without a word'] : []),
      ],
      help: help.length > 0 ? help : [allFields(type, version)],
    },
    name,
  );
  return former === undefined ? near[0] : former.field;
}

function helpFor(
  walk: TypeWalk,
  type: TypeInfo,
  name: string,
  value: JsonValue,
  near: readonly string[],
): string[] {
  const [best] = near;
  // Hardly more than a slip of the finger is one, wherever else the name is found.
  if (best !== undefined && editDistance(name.toLowerCase(), best.toLowerCase(), 2) <= 1)
    return [rename(best, value)];
  const place = placesFor(walk, type, name);
  if (place !== undefined) return [place];
  if (best === undefined) return [];
  return near.length === 1 ? [rename(best, value)] : [`did you mean ${list(near)}?`];
}

function rename(name: string, value: JsonValue): string {
  const whole = isShown(value) && typeof value !== 'object' ? `: ${writeValue(value)}` : '';
  return `did you mean \`${name}${whole}\`?`;
}

/** Where a field of that name belongs: in a field beside it, or further out, as after a slip of the indentation. */
function placesFor({ log, types, version }: TypeWalk, type: TypeInfo, name: string): string | undefined {
  if (EVERYWHERE.has(name)) return undefined;
  const inner = [...type.fields.values()].filter(
    ({ shape }) => shape.is === 'type' && isFieldIn(findType(shape.name), name, version),
  );
  const status = inner.length > 1 ? inner.filter((field) => field.name !== 'status') : inner;
  const [only] = status;
  if (only !== undefined && status.length === 1) {
    return `\`${name}\` is a field of \`${only.name}\`: write it as \`${log.where(only.name, name)}\``;
  }
  // Lists make two steps of the path, types one: the place of an outer type is found by its depth.
  const outer = types.slice(0, -1).findLastIndex((candidate) => isFieldIn(candidate, name, version));
  if (outer < 0) return undefined;
  const place = [...pathOfType(log.path, outer), name];
  return `\`${name}\` belongs further out: write it as \`${formatFieldPath(place)}\``;
}

/** The path of the type at that depth; each type is one name, and the index in a list, further in. */
function pathOfType(path: readonly (string | number)[], depth: number): readonly (string | number)[] {
  let types = 0;
  let end = 0;
  while (types < depth && end < path.length) {
    end++;
    if (typeof path[end] === 'number') end++;
    types++;
  }
  return path.slice(0, end);
}

function allFields(type: TypeInfo, version: KubernetesVersion): string {
  const names = namesIn(type, version);
  if (names.length === 0) return 'remove it: nothing can be written here';
  return names.length <= 12 ? `remove it, or use one of ${list(names)}` : 'remove it';
}

function namesIn(type: TypeInfo, version: KubernetesVersion): string[] {
  return [...type.fields.keys()].filter((name) => isFieldIn(type, name, version));
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
