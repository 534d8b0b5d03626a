import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type CheckContext } from '../../../rule-context';

/** The StorageClass that a claim or a volume names, as the set or the baseline has it; undefined where neither does. */
export function storageClassOf(object: JsonObject, { set, baseline }: CheckContext): JsonObject | undefined {
  const name = objectField(object, 'spec')?.storageClassName;
  if (typeof name !== 'string' || name === '') return undefined;
  const find = (objects: typeof set | undefined): JsonObject | undefined =>
    objects?.find('storage.k8s.io', 'StorageClass', undefined, name)?.object;
  return find(set) ?? find(baseline);
}
