import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';

/** Objects that only live while something is installed: that one is rendered no more says nothing. */
const HOOKS = ['helm.sh/hook', 'argocd.argoproj.io/hook'];

/** By which an object is kept from being pruned, and what each has to say. */
const KEEPING: readonly (readonly [annotation: string, value: RegExp])[] = [
  ['helm.sh/resource-policy', /^keep$/],
  ['argocd.argoproj.io/sync-options', /\b(?:Prune|Delete)=(?:false|confirm)\b/],
  ['kustomize.toolkit.fluxcd.io/prune', /^disabled$/],
];

/** What was there before, is rendered no more, and is not declared to come from elsewhere now. */
export function goneObjects({ set, baseline, external }: CheckContext): readonly ObjectEntry[] {
  if (baseline === undefined) return [];
  return baseline.entries.filter((entry) => {
    const { group, kind, namespace, name, manifest } = entry;
    return (
      manifest !== undefined &&
      set.find(group, kind, namespace, name) === undefined &&
      !external.has(group, kind, namespace, name) &&
      !isKept(entry)
    );
  });
}

function isKept({ object }: ObjectEntry): boolean {
  const annotations = objectField(objectField(object, 'metadata'), 'annotations');
  return (
    HOOKS.some((key) => textField(annotations, key) !== undefined) ||
    KEEPING.some(([key, value]) => value.test(textField(annotations, key) ?? ''))
  );
}

/** What each of the rules about deletions has to say first. */
export const WHO_DELETES =
  '`kubectl apply` alone deletes nothing; `--prune`, Argo CD, Flux and `kubectl delete` do';
