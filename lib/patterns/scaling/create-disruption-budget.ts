import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { type IntOrPercent } from '../../model/int-or-string';
import { type Identity, objectMetadata } from '../identity';
import { wirePart } from '../manifest/count';
import { createObject } from '../manifest/create-object';
import { type Patch } from '../manifest/patch';

/** How many pods a drain or an upgrade of nodes may take away at once: one of the two. */
export type DisruptionBudgetOptions = {
  /** Whether pods that are not ready may be evicted past the budget. @defaultValue `IfHealthyBudget` */
  readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow';
} & (
  | { readonly minAvailable: IntOrPercent; readonly maxUnavailable?: never }
  | { readonly maxUnavailable: IntOrPercent; readonly minAvailable?: never }
);

/** Makes a PodDisruptionBudget over the pods with the given labels. */
export function createDisruptionBudget(
  identity: Identity,
  selectorLabels: Readonly<Record<string, string>>,
  options: DisruptionBudgetOptions,
  patch?: Patch<k8s.KubePodDisruptionBudgetProps>,
): ApiObject {
  for (const bound of ['minAvailable', 'maxUnavailable'] as const) {
    wirePart<IntOrPercent | undefined>(identity.construct, `disruptionBudget.${bound}`, options[bound]);
  }
  return createObject(
    identity.construct,
    'disruption-budget',
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: objectMetadata(identity),
      spec: { ...options, selector: { matchLabels: selectorLabels } },
    },
    { patch },
  );
}
