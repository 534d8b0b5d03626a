import { isJsonObject, listField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { jsonPointer } from '../../../../model/json-pointer';
import { podTemplate } from '../../../../model/pod-template';

/** A pull secret by its name, and the JSON pointer of that. */
export interface PullSecret {
  readonly name: string;
  readonly path: string;
}

const NONE: readonly PullSecret[] = [];

/** The pull secrets of a workload's pods, or of a ServiceAccount, each once. */
export function pullSecrets(object: JsonObject): readonly PullSecret[] {
  const template = podTemplate(object);
  const holder = template === undefined ? object : template.spec;
  const pointer = template?.specPointer ?? '';
  const list = listField(holder, 'imagePullSecrets');
  if (list.length === 0) return NONE;
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const name = isJsonObject(item) ? textField(item, 'name') : undefined;
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    return [{ name, path: jsonPointer(pointer, 'imagePullSecrets', index, 'name') }];
  });
}
