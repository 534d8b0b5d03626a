import { isJsonObject, listField, objectField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { type ResourceList, resourceList } from '../capacity/resource-list';
import { clusterNodes } from '../external/cluster-nodes';
import { type CheckContext } from '../rule-context';

/** What the scheduler looks at of a Node, read once for all pods. */
export interface NodeFacts {
  readonly entry: ObjectEntry;
  readonly isCordoned: boolean;
  /** Those that keep pods away. A Node that is cordoned has one for it. */
  readonly taints: readonly JsonObject[];
  /** Number of its size among `sizes`. */
  readonly size: number;
}

/** The Nodes of the cluster, of which many have the same size. */
export interface ClusterFacts {
  readonly nodes: readonly NodeFacts[];
  /** What pods may have of a Node; undefined where it does not say. */
  readonly sizes: readonly (ResourceList | undefined)[];
  readonly positions: ReadonlyMap<ObjectEntry, number>;
}

/** The taint that its controller gives a Node that is cordoned. */
export const CORDONED: JsonObject = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

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
  return { nodes, sizes, positions: new Map(entries.map((entry, at) => [entry, at])) };
}
