import { isJsonObject, listField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { daemonTolerations } from '../capacity/demand/daemon-nodes';
import { type CheckContext } from '../rule-context';
import { clusterFacts } from './cluster-facts';

/**
 * How many of the Nodes a DaemonSet has a pod on; undefined where none are known.
 *
 * Upstream: `NodeShouldRunDaemonPod` and `predicates`, pkg/controller/daemon/daemon_controller.go.
 */
export function daemonCount(spec: JsonObject, { once }: CheckContext): number | undefined {
  const { nodes, taints, labels } = once(clusterFacts);
  if (nodes.length === 0) return undefined;
  const tolerations = [...daemonTolerations(spec), ...listField(spec, 'tolerations').filter(isJsonObject)];
  return taints.for(tolerations).open.and(labels.selectedBy(spec)).size;
}
