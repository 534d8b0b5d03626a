import { textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodTemplate } from '../../../model/pod-template';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { isHook } from '../../is-hook';
import { type CheckContext } from '../../rule-context';
import { type HostPort, hostPorts } from '../host-ports';
import { type Placement, placementOf } from '../placement';

/** Pods that are there for good and need ports of their Nodes. */
export interface PortUser {
  readonly entry: ObjectEntry;
  readonly template: PodTemplate;
  readonly spec: JsonObject;
  readonly isDaemon: boolean;
  readonly placement: Placement;
  /** How many there are at least; of a DaemonSet none, as that goes by the Nodes. */
  readonly pods: number;
}

/** One port that pods need. */
export interface PortUse {
  readonly user: PortUser;
  readonly port: HostPort;
}

const KINDS: ReadonlySet<string> = new Set([
  'DaemonSet',
  'Deployment',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/**
 * Who needs which port of Nodes, by protocol and number, in the order of the set. What is there twice is looked at once, and pods
 * that end are left out: those of Jobs, hooks, and Pods that do not start again. So are those that another scheduler places.
 */
export function portUses(context: CheckContext): ReadonlyMap<string, readonly PortUse[]> {
  const uses = new Map<string, PortUse[]>();
  for (const { entry, template } of context.set.pods()) {
    const { spec } = template;
    if (spec === undefined || !KINDS.has(entry.kind)) continue;
    const ports = hostPorts(template);
    if (ports.length === 0) continue;
    const user = userOf(entry, template, spec, context);
    if (user === undefined) continue;
    for (const port of ports) {
      const at = `${port.protocol}/${port.port}`;
      const known = uses.get(at);
      if (known === undefined) uses.set(at, [{ user, port }]);
      else known.push({ user, port });
    }
  }
  return uses;
}

function userOf(
  entry: ObjectEntry,
  template: PodTemplate,
  spec: JsonObject,
  context: CheckContext,
): PortUser | undefined {
  const { group, kind, namespace, name } = entry;
  if (name !== '' && context.set.find(group, kind, namespace, name) !== entry) return undefined;
  if ((textField(spec, 'schedulerName') ?? 'default-scheduler') !== 'default-scheduler') return undefined;
  if (kind === 'Pod' && (spec.restartPolicy ?? 'Always') !== 'Always') return undefined;
  if (isHook(entry)) return undefined;
  const isDaemon = kind === 'DaemonSet';
  const pods = isDaemon ? 0 : podNumbers(entry, template, context).steady;
  if (!isDaemon && pods === 0) return undefined;
  return { entry, template, spec, isDaemon, placement: placementOf(spec, isDaemon), pods };
}
