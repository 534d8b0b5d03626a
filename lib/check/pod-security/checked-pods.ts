import { isJsonObject, objectField } from '../../model/json-object';
import { getByJsonPointer } from '../../model/json-pointer';
import { type ObjectEntry } from '../../model/object-entry';
import { type PodTemplate, podTemplate } from '../../model/pod-template';
import { type CheckContext } from '../rule-context';
import { type CheckedPod, storedPod, storedTemplate } from './stored-pod';

/** A pod that Pod Security looks at, in its three shapes. */
export interface CheckedPods {
  readonly template: PodTemplate;
  /** As it is written: places are those of what is there. */
  readonly written: CheckedPod;
  /** As the server has the pod. */
  readonly pod: CheckedPod;
  /** As the server has the object that is applied: of a workload the template, of a Pod the pod. */
  readonly applied: CheckedPod;
}

/** The pod of an object, found out once; undefined where there is none, or it is exempt. */
export function checkedPods({
  external,
  target,
}: CheckContext): (entry: ObjectEntry) => CheckedPods | undefined {
  const known = new Map<ObjectEntry, CheckedPods | undefined>();
  const { exemptRuntimeClasses } = external.podSecurity;
  const find = (entry: ObjectEntry): CheckedPods | undefined => {
    const template = podTemplate(entry.object);
    if (template?.spec === undefined) return undefined;
    const { spec } = template;
    if (typeof spec.runtimeClassName === 'string' && exemptRuntimeClasses.has(spec.runtimeClassName)) {
      return undefined;
    }
    const holder = getByJsonPointer(entry.object, template.pointer);
    const metadata = isJsonObject(holder) ? objectField(holder, 'metadata') : undefined;
    const written = metadata === undefined ? { spec } : { metadata, spec };
    const pod = storedPod(written, target);
    return { template, written, pod, applied: entry.kind === 'Pod' ? pod : storedTemplate(written, target) };
  };
  return (entry) => {
    if (!known.has(entry)) known.set(entry, find(entry));
    return known.get(entry);
  };
}
