import { suggest } from '../../diagnostics/suggest';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import {
  compareKubernetesVersions,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../../model/kubernetes-version';
import { checkListKeys } from './check-list-keys';
import { checkScalar } from './check-scalar';
import { deprecationOf } from './deprecated-fields';
import { describeShape, listOfOne } from './describe-shape';
import { oneOf } from './one-of';
import { type Shape } from './shape';
import { describeType, isShown, showValue } from './show-value';
import { enumValues, type FieldInfo, isFieldIn, isIn, type TypeInfo } from './table';
import { type TypeWalk } from './type-walk';
import { reportUnknownField } from './unknown-field';

/** All that may be said of a value and its fields. Most objects have nothing of it, and do without what it takes to say it. */
export const TYPE_PROBLEMS = {
  checkEnum,
  checkListKeys,
  checkScalar,
  reportDeprecation,
  reportMissing,
  reportRange,
  reportUnknownField,
  wrongShape,
} as const;

function reportRange({ log, version }: TypeWalk, type: TypeInfo, field: FieldInfo, parent: JsonObject): void {
  const { since, until } = field;
  const early = since !== undefined && compareKubernetesVersions(version, since) < 0;
  const others = [...type.fields.keys()].filter(
    (name) => isFieldIn(type, name, version) && !(name in parent),
  );
  const near = suggest(field.name, others).slice(0, 1);
  log.add('field-not-in-version', {
    says: early
      ? `has \`${log.where()}\`, which Kubernetes ${version} does not have yet`
      : `has \`${log.where()}\`, which Kubernetes ${version} no longer has`,
    label: `${log.where()} is there ${early ? `since Kubernetes ${since}` : `until Kubernetes ${until ?? version}`}`,
    notes: [
      early
        ? `the field came with Kubernetes ${since}; before, the API server refuses it as unknown`
        : `the field went with Kubernetes ${after(until ?? version)}`,
    ],
    help: [
      early ? `leave it out, or set the target version to ${since} or later` : 'leave it out',
      ...(early ? [] : near.map((name) => `did you mean \`${name}\`?`)),
    ],
  });
}

function after(version: KubernetesVersion): string {
  return KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.indexOf(version) + 1] ?? version;
}

function reportDeprecation(walk: TypeWalk, type: TypeInfo, field: FieldInfo, parent: JsonObject): void {
  const { log, version } = walk;
  const told = deprecationOf(type.name, field, version, parent);
  if (told === undefined) return;
  log.add('deprecated-field', {
    says: `has the deprecated field \`${log.where()}\``,
    label: `${log.where()} is deprecated`,
    notes: told.notes,
    help: told.help,
  });
}

function checkEnum(walk: TypeWalk, shape: Shape & { is: 'enum' }, value: JsonValue): void {
  const { log, version, decodedOnly } = walk;
  if (typeof value !== 'string') {
    wrongShape(walk, shape, value);
    return;
  }
  if (decodedOnly || (value === '' && shape.emptyIsUnset)) return;
  const all = enumValues(shape.name);
  const found = all.find((candidate) => candidate.value === value);
  if (found !== undefined && isIn(found, version)) return;
  const values = all.filter((candidate) => isIn(candidate, version)).map((candidate) => candidate.value);
  const near = suggest(value, values)[0];
  const list = values.filter((candidate) => candidate !== '').map((candidate) => `\`${candidate}\``);
  log.add('unlisted-value', {
    says: `has \`${showValue(value)}\` in \`${log.where()}\`, which takes ${oneOf(list)}`,
    label: `${log.where()} is ${showValue(value)}`,
    notes: found?.since === undefined ? [] : [`\`${value}\` is there since Kubernetes ${found.since}`],
    help: [
      near === undefined || near === ''
        ? `write one of ${list.join(', ')}`
        : `write \`${log.fieldName()}: ${near}\``,
    ],
  });
}

/** A required field that is not there. */
function reportMissing({ log, version }: TypeWalk, { name, shape }: FieldInfo): void {
  const values = shape.is === 'enum' ? enumValues(shape.name) : [];
  const list = values
    .filter((candidate) => isIn(candidate, version))
    .map((candidate) => `\`${candidate.value}\``);
  log.add(
    'missing-field',
    {
      says: `lacks \`${log.where(name)}\``,
      label: log.path.length === 0 ? `${name} is missing` : `${log.where()} has no ${name}`,
      help: [
        `add \`${name}\`: ${describeShape(shape)}${list.length === 0 ? '' : `, one of ${list.join(', ')}`}`,
      ],
    },
    name,
  );
}

function wrongShape({ log }: TypeWalk, shape: Shape, value: JsonValue): void {
  const takes = describeShape(shape);
  const one = shape.is === 'list' ? listOfOne(log.fieldName(), value) : undefined;
  log.add('wrong-type', {
    says: `has ${describeType(value)} in \`${log.where()}\`, which takes ${takes}`,
    label: `${log.where()} is ${isShown(value) ? showValue(value) : describeType(value)}`,
    help: [one ?? `write ${takes}`],
  });
}
