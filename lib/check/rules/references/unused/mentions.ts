import { isJsonList, isJsonObject, listField } from '../../../../model/json-object';
import { type JsonValue } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodTemplate, podTemplate } from '../../../../model/pod-template';
import { type CheckContext } from '../../../rule-context';

/** What in a text may be the name of an object. */
const NAMES = /[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?/g;

/**
 * Built-in kinds in which nothing but annotations names ConfigMaps, Secrets, claims or ServiceAccounts: the words in
 * their other fields are names of other things.
 */
const SILENT: ReadonlySet<string> = new Set([
  'CustomResourceDefinition',
  'Endpoints',
  'EndpointSlice',
  'HorizontalPodAutoscaler',
  'LimitRange',
  'Namespace',
  'NetworkPolicy',
  'PodDisruptionBudget',
  'ResourceQuota',
  'Service',
  'ServiceAccount',
]);

/** Metadata that names the object itself, and what it is like. */
const OWN_NAMES: ReadonlySet<string> = new Set(['generateName', 'labels', 'name', 'namespace']);

/**
 * Every word of the set that may be the name of an object that something uses, wherever it is said: arguments, values of
 * variables, contents of ConfigMaps, annotations, custom resources. For `once`.
 */
export function mentionedNames({ set }: CheckContext): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (value: JsonValue | undefined): void => {
    if (typeof value === 'string') {
      for (const [name] of value.matchAll(NAMES)) names.add(name);
    } else if (isJsonList(value)) {
      value.forEach(take);
    } else if (isJsonObject(value)) {
      Object.values(value).forEach(take);
    }
  };
  for (const entry of set) takeFrom(entry, take);
  return names;
}

function takeFrom({ object, kind }: ObjectEntry, take: (value: JsonValue | undefined) => void): void {
  const { metadata, ...rest } = object;
  if (isJsonObject(metadata)) {
    for (const [field, value] of Object.entries(metadata)) if (!OWN_NAMES.has(field)) take(value);
  }
  const template = podTemplate(object);
  if (template !== undefined) takeFromPods(template, take);
  else if (!SILENT.has(kind)) take(rest);
}

/** What pods name by fields of their own is known otherwise. */
function takeFromPods(
  { annotations, spec }: PodTemplate,
  take: (value: JsonValue | undefined) => void,
): void {
  Object.values(annotations).forEach(take);
  for (const field of ['initContainers', 'containers']) {
    for (const container of listField(spec, field).filter(isJsonObject)) {
      take(container.command);
      take(container.args);
      for (const variable of listField(container, 'env')) if (isJsonObject(variable)) take(variable.value);
    }
  }
}
