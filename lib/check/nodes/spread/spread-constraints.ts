import { isJsonObject, listField, textField } from '../../../model/json-object';
import { type PodTemplate } from '../../../model/pod-template';
import { readLabelSelector } from '../../../model/selector/read-label-selector';
import { type Selector } from '../../../model/selector/selector';

/** One of the `topologySpreadConstraints` of a pod, with the server's defaults. */
export interface SpreadConstraint {
  /** JSON pointer of it. */
  readonly pointer: string;
  /** Number of it among all of the pod. */
  readonly index: number;
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains: number;
  /** Whether pods stay Pending rather than break it: `DoNotSchedule`. */
  readonly isRequired: boolean;
  /** Whether Nodes that the pod's selector and affinity leave out do not count. */
  readonly honorsAffinity: boolean;
  /** Whether Nodes with taints that the pod does not tolerate do not count. */
  readonly honorsTaints: boolean;
  /** As `labelSelector` is written. */
  readonly selector: Selector;
  readonly matchLabelKeys: readonly string[];
}

/**
 * The spread constraints of a pod. Those that the server would not take are left out.
 *
 * Upstream: `filterTopologySpreadConstraints`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/podtopologyspread/common.go.
 */
export function spreadConstraints({ spec, specPointer }: PodTemplate): readonly SpreadConstraint[] {
  return listField(spec, 'topologySpreadConstraints').flatMap((each, index) => {
    if (!isJsonObject(each)) return [];
    const topologyKey = textField(each, 'topologyKey');
    const selector = readLabelSelector(each.labelSelector);
    const { maxSkew, minDomains, whenUnsatisfiable } = each;
    if (topologyKey === undefined || selector === undefined || typeof maxSkew !== 'number') return [];
    return {
      pointer: `${specPointer}/topologySpreadConstraints/${index}`,
      index,
      topologyKey,
      maxSkew,
      minDomains: typeof minDomains === 'number' ? minDomains : 1,
      isRequired: whenUnsatisfiable === 'DoNotSchedule',
      honorsAffinity: each.nodeAffinityPolicy !== 'Ignore',
      honorsTaints: each.nodeTaintsPolicy === 'Honor',
      selector,
      matchLabelKeys: listField(each, 'matchLabelKeys').filter((key) => typeof key === 'string'),
    };
  });
}
