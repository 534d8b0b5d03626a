import { isJsonObject } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { isOfType } from './is-of-type';
import { propertySchema, schemaList, textList } from './structural-schema';
import { valueFaults } from './value-faults';

/** Whether a value meets a schema of a condition (`anyOf` and its kin), in which unknown fields do no harm. */
export function matchesSchema(schema: JsonObject, value: JsonValue, version: KubernetesVersion): boolean {
  if (value === null && schema.nullable === true) return true;
  if (typeof schema.type === 'string' && !isOfType(schema.type, value)) return false;
  if (valueFaults(schema, value, version).length > 0) return false;
  if (isJsonObject(value) && !fieldsMatch(schema, value, version)) return false;
  if (Array.isArray(value) && isJsonObject(schema.items)) {
    const { items } = schema;
    if (!(value as readonly JsonValue[]).every((item) => matchesSchema(items, item, version))) return false;
  }
  const any = schemaList(schema.anyOf);
  const one = schemaList(schema.oneOf);
  return (
    schemaList(schema.allOf).every((each) => matchesSchema(each, value, version)) &&
    (any.length === 0 || any.some((each) => matchesSchema(each, value, version))) &&
    (one.length === 0 || one.filter((each) => matchesSchema(each, value, version)).length === 1) &&
    !(isJsonObject(schema.not) && matchesSchema(schema.not, value, version))
  );
}

function fieldsMatch(schema: JsonObject, value: JsonObject, version: KubernetesVersion): boolean {
  if (textList(schema.required).some((name) => value[name] === undefined)) return false;
  return Object.entries(value).every(([name, child]) => {
    const sub = propertySchema(schema, name);
    return sub === undefined || sub === 'anything' || matchesSchema(sub, child, version);
  });
}
