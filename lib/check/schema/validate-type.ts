import { oneOf } from './one-of';
import { isJsonList, isJsonObject } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import {
  compareKubernetesVersions,
  KUBERNETES_VERSIONS,
  type KubernetesVersion,
} from '../../model/kubernetes-version';
import { suggest } from '../../diagnostics/suggest';
import { checkListKeys } from './check-list-keys';
import { checkScalar } from './check-scalar';
import { deprecationOf } from './deprecated-fields';
import { checkDeprecatedKeys } from './deprecated-keys';
import { type Shape } from './shape';
import { describeShape, listOfOne } from './describe-shape';
import { describeType, isShown, showValue } from './show-value';
import { enumValues, type FieldInfo, findType, isFieldIn, isIn, type TypeInfo } from './table';
import { type TypePlan, typePlan } from './type-plan';
import { type TypeWalk } from './type-walk';
import { reportUnknownField } from './unknown-field';

const NONE: ReadonlySet<string> = new Set();

/** Checks a value against a type of the API, as the strict decoder does, and its required fields. */
export function validateType(walk: TypeWalk, type: TypeInfo, value: JsonValue): void {
  if (value === null) return;
  if (!isJsonObject(value)) {
    wrongShape(walk, { is: 'type', name: type.name }, value);
    return;
  }
  const { log, version } = walk;
  const plan = typePlan(type, version);
  walk.types.push(type);
  let misspelled = NONE;
  // `for in`, which makes no list of the keys: JSON objects inherit none.
  for (const name in value) {
    const child = value[name];
    // An absent field, to whoever wrote it in TypeScript.
    if (child === undefined) continue;
    const known = plan.fields.get(name);
    if (known === undefined) {
      const meant = reportUnknownField(walk, type, name, child, Object.keys(value));
      if (meant !== undefined) misspelled = new Set([...misspelled, meant]);
      continue;
    }
    if (known.isSound?.(child)) continue;
    log.path.push(name);
    if (!known.isIn) reportRange(walk, type, known.field, value);
    if (child !== null) {
      if (known.mayBeDeprecated && !walk.decodedOnly) reportDeprecation(walk, type, known.field, value);
      const { listKeys } = known;
      if (listKeys !== undefined && isJsonList(child) && child.length > 1)
        checkListKeys(log, listKeys, child);
      const inside = known.isStatus && !walk.decodedOnly ? { ...walk, decodedOnly: true } : walk;
      validateShape(inside, known.shape, child);
    }
    log.path.pop();
  }
  if (!walk.decodedOnly && plan.required.length > 0) checkRequired(walk, plan, value, misspelled);
  if (plan.mayHaveDeprecatedKeys) checkDeprecatedKeys(walk, type, value);
  walk.types.pop();
}

/** Null stands for what is left out, everywhere: the decoder leaves the zero value in place. */
function validateShape(walk: TypeWalk, shape: Shape, value: JsonValue): void {
  if (value === null) return;
  const { log } = walk;
  switch (shape.is) {
    case 'scalar':
      checkScalar(log, shape.scalar, value);
      return;
    case 'enum':
      checkEnum(walk, shape, value);
      return;
    case 'type':
      validateType(walk, findType(shape.name), value);
      return;
    case 'list':
      if (isJsonList(value)) {
        for (let index = 0; index < value.length; index++) {
          log.path.push(index);
          validateShape(walk, shape.items, value[index] ?? null);
          log.path.pop();
        }
      } else wrongShape(walk, shape, value);
      return;
    case 'map':
      if (isJsonObject(value)) {
        for (const key in value) {
          log.path.push(key);
          validateShape(walk, shape.values, value[key] ?? null);
          log.path.pop();
        }
      } else wrongShape(walk, shape, value);
      return;
    case 'schemaOr':
      if (shape.other === 'boolean' && typeof value === 'boolean') return;
      // They decode themselves (v1/marshal.go of k8s.io/apiextensions-apiserver), and strictly they do not.
      if (shape.other === 'list' && isJsonList(value)) {
        validateShape({ ...walk, lenient: true }, { is: 'list', items: SCHEMA, keys: [] }, value);
        return;
      }
      validateShape({ ...walk, lenient: true }, SCHEMA, value);
      return;
  }
}

const SCHEMA: Shape = { is: 'type', name: 'apiextensions.v1.JSONSchemaProps' };

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

/** A field that is there under a wrong name is told of once. */
function checkRequired(
  { log, version }: TypeWalk,
  { required }: TypePlan,
  value: JsonObject,
  misspelled: ReadonlySet<string>,
): void {
  for (const field of required) {
    const { name } = field;
    if ((value[name] ?? null) !== null || misspelled.has(name)) continue;
    const values = field.shape.is === 'enum' ? enumValues(field.shape.name) : [];
    const list = values
      .filter((candidate) => isIn(candidate, version))
      .map((candidate) => `\`${candidate.value}\``);
    log.add(
      'missing-field',
      {
        says: `lacks \`${log.where(name)}\``,
        label: log.path.length === 0 ? `${name} is missing` : `${log.where()} has no ${name}`,
        help: [
          `add \`${name}\`: ${describeShape(field.shape)}${list.length === 0 ? '' : `, one of ${list.join(', ')}`}`,
        ],
      },
      name,
    );
  }
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
