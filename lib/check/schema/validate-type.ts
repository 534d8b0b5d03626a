import { isJsonList, isJsonObject } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { checkDeprecatedKeys } from './deprecated-keys';
import { type Shape } from './shape';
import { findType, type TypeInfo } from './table';
import { type TypePlan, typePlan } from './type-plan';
import type * as ofProblems from './type-problems';
import { type TypeWalk } from './type-walk';

const NONE: ReadonlySet<string> = new Set();

/** Checks a value against a type of the API, as the strict decoder does, and its required fields. */
export function validateType(walk: TypeWalk, type: TypeInfo, value: JsonValue): void {
  if (value === null) return;
  if (!isJsonObject(value)) {
    problems().wrongShape(walk, { is: 'type', name: type.name }, value);
    return;
  }
  const { log, version } = walk;
  const plan = typePlan(type, version);
  walk.types.push(type);
  let misspelled = NONE;
  // `for in`, which makes no list of the keys.
  for (const name in value) {
    const child = value[name];
    // An absent field, to whoever wrote it in TypeScript.
    if (child === undefined) continue;
    const known = plan.fields.get(name);
    // Some library may have put something on all objects.
    if (known?.isSound?.(child) !== true && !Object.hasOwn(value, name)) continue;
    if (known === undefined) {
      const meant = problems().reportUnknownField(walk, type, name, child, Object.keys(value));
      if (meant !== undefined) misspelled = new Set([...misspelled, meant]);
      continue;
    }
    if (known.isSound?.(child)) continue;
    log.path.push(name);
    if (!known.isIn) problems().reportRange(walk, type, known.field, value);
    if (child !== null) {
      if (known.mayBeDeprecated && !walk.decodedOnly)
        problems().reportDeprecation(walk, type, known.field, value);
      const { listKeys } = known;
      if (listKeys !== undefined && isJsonList(child) && child.length > 1)
        problems().checkListKeys(log, listKeys, child);
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
      problems().checkScalar(log, shape.scalar, value);
      return;
    case 'enum':
      problems().checkEnum(walk, shape, value);
      return;
    case 'type':
      validateType(walk, findType(shape.name), value);
      return;
    case 'list':
      if (isJsonList(value)) {
        for (let index = 0; index < value.length; index++) {
          log.path.push(index);
          validateShape(walk, shape.items, value[index] as JsonValue);
          log.path.pop();
        }
      } else problems().wrongShape(walk, shape, value);
      return;
    case 'map':
      if (isJsonObject(value)) {
        for (const key in value) {
          if (!Object.hasOwn(value, key)) continue;
          log.path.push(key);
          validateShape(walk, shape.values, value[key] ?? null);
          log.path.pop();
        }
      } else problems().wrongShape(walk, shape, value);
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

/** A field that is there under a wrong name is told of once. */
function checkRequired(
  walk: TypeWalk,
  { required }: TypePlan,
  value: JsonObject,
  misspelled: ReadonlySet<string>,
): void {
  for (const field of required) {
    if ((value[field.name] ?? null) !== null || misspelled.has(field.name)) continue;
    problems().reportMissing(walk, field);
  }
}

let loaded: typeof ofProblems.TYPE_PROBLEMS | undefined;

/** Loaded with the first value that may have one: it is a third of what there is to load. */
function problems(): typeof ofProblems.TYPE_PROBLEMS {
  return (loaded ??= (module.require('./type-problems') as typeof ofProblems).TYPE_PROBLEMS);
}
