import { objectField } from '../model/json-object';
import { type ObjectEntry } from '../model/object-entry';

const HOOKS = ['helm.sh/hook', 'argocd.argoproj.io/hook'];

/** Whether Helm or Argo CD makes the object in an hour of its own, apart from the rest: a test, a step before an upgrade. */
export function isHook({ object }: ObjectEntry): boolean {
  const annotations = objectField(objectField(object, 'metadata'), 'annotations') ?? {};
  return HOOKS.some((key) => Object.hasOwn(annotations, key));
}
