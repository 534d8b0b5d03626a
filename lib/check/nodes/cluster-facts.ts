import { isJsonObject, listField, objectField } from '../../model/json-object';
import { type ObjectEntry } from '../../model/object-entry';
import { oncePer } from '../../model/once-per';
import { type ResourceList, resourceList } from '../capacity/resource-list';
import { clusterNodes } from '../external/cluster-nodes';
import { type CheckContext } from '../rule-context';
import { CORDONED, type NodeFacts } from './node-facts';
import { NodeLabels } from './node-labels';
import { SizedNodes } from './sized-nodes';
import { TaintIndex } from './taint-index';

/** The Nodes of the cluster, of which many have the same size. */
export interface ClusterFacts {
  readonly nodes: readonly NodeFacts[];
  /** What pods may have of a Node; undefined where it does not say. */
  readonly sizes: readonly (ResourceList | undefined)[];
  readonly positions: ReadonlyMap<ObjectEntry, number>;
  readonly taints: TaintIndex;
  readonly labels: NodeLabels;
  /** A list of Nodes by their sizes, looked at once. */
  readonly sized: (nodes: readonly NodeFacts[]) => SizedNodes;
}

/** What is to be known of the Nodes, in their order. An analysis, for `once`. */
export function clusterFacts({ once }: CheckContext): ClusterFacts {
  const entries = once(clusterNodes);
  const sizes: (ResourceList | undefined)[] = [];
  const numbers = new Map<string, number>();
  const nodes = entries.map((entry): NodeFacts => {
    const status = objectField(entry.object, 'status');
    const stated = objectField(status, 'allocatable') === undefined ? 'capacity' : 'allocatable';
    const written = objectField(status, stated);
    const key = written === undefined ? '' : JSON.stringify(written);
    let size = numbers.get(key);
    if (size === undefined) {
      size = sizes.push(written && resourceList(status, stated)) - 1;
      numbers.set(key, size);
    }
    const spec = objectField(entry.object, 'spec');
    const isCordoned = spec?.unschedulable === true;
    const taints = [...listField(spec, 'taints'), ...(isCordoned ? [CORDONED] : [])]
      .filter(isJsonObject)
      .filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
    return { entry, isCordoned, taints, size };
  });
  const positions = new Map(entries.map((entry, at) => [entry, at]));
  const placeOf = ({ entry }: NodeFacts): number => positions.get(entry) ?? -1;
  return {
    nodes,
    sizes,
    positions,
    taints: new TaintIndex(nodes, placeOf),
    labels: new NodeLabels(nodes, placeOf),
    sized: oncePer((some: readonly NodeFacts[]) => new SizedNodes(some, sizes)),
  };
}
