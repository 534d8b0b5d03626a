import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { type Finding } from '../../finding';
import { nodesFor } from '../../nodes/known-nodes';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { type ScheduledPods, scheduledPods } from '../../nodes/scheduled-pods';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { type CertainVolume, certainVolumes, isBoundByScheduler } from '../../storage/certain-volumes';
import { mayMeet, placesOfPods, placesOfTerms } from '../../storage/places-of-pods';
import { nodesOfVolume, termsInWords, unreachedReason, volumeTerms } from '../../storage/volume-nodes';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { nodeExample } from './nodes/node-examples';
import { localPodsExample, localVolumeExample } from './storage/local-volume-examples';

const NODES = `${nodeExample('node-1')}${nodeExample('node-2')}`;
const pinned = (node: string): string => `      nodeSelector:\n        kubernetes.io/hostname: ${node}\n`;
const LOGS = (node: string): string => localVolumeExample(node, 'logs', 'logs');

export default defineRule({
  code: 'K478',
  name: 'pods-away-from-volume',
  group: 'capacity',
  severity: 'error',
  kinds: WORKLOAD_KINDS.filter((kind) => kind !== 'apps/DaemonSet'),
  reads: [
    'LimitRange',
    'Node',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'node.k8s.io/RuntimeClass',
    'storage.k8s.io/StorageClass',
  ],
  summary: 'Pods that may go to no Node from which their volumes can be reached',
  explanation: `A pod goes where its volumes are: to the Nodes that the \`nodeAffinity\` of each of them selects, which a \`local\` volume has for the Node whose disk it
is. Where the pod's own \`nodeSelector\`, affinity, tolerations or requests leave none of these, or where two of its volumes are of different Nodes, it
stays Pending.

Looked at are volumes that a pod is sure to have: the claim names the volume, or the volume the claim, or it is the only one that will do. That labels contradict
each other is known without the Nodes. ${NODES_ASKED}`,
  bad: [
    {
      title: 'pods that are kept to another Node',
      manifests: `${NODES}${localVolumeExample('node-1')}${localPodsExample(pinned('node-2'))}`,
    },
    {
      title: 'volumes of two Nodes',
      manifests: `${localVolumeExample('node-1')}${LOGS('node-2')}${localPodsExample('', ['data', 'logs'])}`,
    },
  ],
  good: [
    {
      title: 'pods that go where the volume is',
      manifests: `${NODES}${localVolumeExample('node-1')}${localPodsExample(pinned('node-1'))}`,
    },
    {
      title: 'volumes of one Node',
      manifests: `${localVolumeExample('node-1')}${LOGS('node-1')}${localPodsExample('', ['data', 'logs'])}`,
    },
  ],
  check(entry, context) {
    const template = scheduledPods(entry);
    if (template === undefined) return;
    const ofPods = certainVolumes(entry, template, context)
      .map((volumes) => volumes.filter(({ volume }) => (volumeTerms(volume) ?? []).length > 0))
      .filter((volumes) => volumes.length > 0);
    if (ofPods.length === 0) return;
    const findApart = seeker(entry, template, context);
    for (const volumes of ofPods) {
      const apart = findApart(volumes);
      if (apart === undefined) continue;
      context.report(findingOf(entry, template, volumes, apart, context));
      return;
    }
  },
});

interface Apart {
  /** Whether the volumes alone leave no Node. */
  readonly isOfVolumes: boolean;
  /** What the scheduler says, where the Nodes are known. */
  readonly message?: string;
  /** The Nodes that take the pods, where they are known. */
  readonly fit: readonly ObjectEntry[];
}

/** What tells of the volumes of a pod whether it has a place; by the Nodes, or where they are not known by labels. */
function seeker(
  entry: ObjectEntry,
  template: ScheduledPods,
  context: CheckContext,
): (volumes: readonly CertainVolume[]) => Apart | undefined {
  const nodes = nodesFor(entry, template, context);
  if (nodes === undefined) {
    const own = placesOfPods(template.spec);
    return (volumes) => {
      const places = volumes.map(({ volume }) => placesOfTerms(volumeTerms(volume) ?? []));
      if (!mayMeet([own]) || mayMeet([...places, own])) return undefined;
      return { isOfVolumes: !mayMeet(places), fit: [] };
    };
  }
  return (volumes) => {
    const reached = volumes.map(({ volume }) => nodesOfVolume(volume, context));
    const [first] = reached;
    // A volume that no Node reaches, and pods that no Node takes, are told of as that.
    if (first === undefined || !nodes.isTaken() || reached.some((each) => (each?.size ?? 0) === 0))
      return undefined;
    const common = reached.reduce<typeof first>(
      (all, each) => (each === undefined ? all : all.and(each)),
      first,
    );
    if (common.some((node) => nodes.takes(node))) return undefined;
    return {
      isOfVolumes: common.size === 0,
      message: nodes.message(context.target, whyUnreached(volumes, context)),
      fit: nodes.fit(),
    };
  };
}

const MOST = 4;

function findingOf(
  entry: ObjectEntry,
  template: ScheduledPods,
  volumes: readonly CertainVolume[],
  { isOfVolumes, message, fit }: Apart,
  context: CheckContext,
): Finding {
  const names = volumes.map(({ volume }) => `\`${volume.name}\``).join(' and ');
  const pods = `${entry.kind === 'Pod' ? '' : 'the pods of '}${objectTitle(entry)}`;
  const shown = fit.slice(0, MOST).map(({ name }) => `\`${name}\``);
  const isAll = fit.length <= MOST;
  const said = message ?? whyUnreached(volumes, context);
  return {
    object: entry,
    path: isOfVolumes ? (volumes[0]?.path ?? template.specPointer) : template.specPointer,
    title: isOfVolumes
      ? `no Node reaches all volumes of ${pods}: ${names}`
      : `no Node that takes ${pods} reaches the volume${volumes.length === 1 ? '' : 's'} ${names}`,
    label: isOfVolumes
      ? `the claim \`${volumes[0]?.binding.claim.name ?? ''}\` is bound to \`${volumes[0]?.volume.name ?? ''}\``
      : fit.length === 0
        ? 'nodeSelector and affinity ask for other labels'
        : `the pods may go to ${shown.join(', ')}${isAll ? '' : ` and ${fit.length - MOST} more`}`,
    others: volumes.map(({ volume }) => ({
      entry: volume.entry,
      path: '/spec/nodeAffinity',
      label: `\`${volume.name}\` is reached from ${termsInWords(volumeTerms(volume) ?? [])}`,
    })),
    notes: [`they stay Pending (FailedScheduling): "${said}"`],
    help: isOfVolumes
      ? ['bind the claims to volumes of one Node, or take storage that Nodes share', ...nodesHelp(message)]
      : [
          'let the pods go where the volume is: leave out what keeps them from it, or bind the claim to a volume where they are',
          ...nodesHelp(message),
        ],
  };
}

/** Volumes that are bound are looked at first. */
function whyUnreached(volumes: readonly CertainVolume[], { target }: CheckContext): string {
  const bound = volumes.find(({ binding }) => !isBoundByScheduler(binding)) ?? volumes[0];
  return bound === undefined ? '' : unreachedReason(bound.binding, target);
}

function nodesHelp(message: string | undefined): readonly string[] {
  return message === undefined ? [] : [NODES_HELP];
}
