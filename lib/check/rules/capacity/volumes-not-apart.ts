import { groupBy } from '../../../model/group-by';
import { type ObjectEntry } from '../../../model/object-entry';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { defineRule } from '../../define-rule';
import { clusterNodes } from '../../external/cluster-nodes';
import { keptApart, type KeptApart } from '../../nodes/kept-apart';
import { type ScheduledPods, scheduledPods } from '../../nodes/scheduled-pods';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { type CertainVolume, certainVolumes } from '../../storage/certain-volumes';
import { hostOf } from '../../storage/one-node';
import { nodeExample } from './nodes/node-examples';
import { localPodsExample, localVolume, localVolumeExample } from './storage/local-volume-examples';

const HOSTNAME = 'kubernetes.io/hostname';
const APART = `      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels:
                  app: web
`;
const NODES = `${nodeExample('node-1')}${nodeExample('node-2')}`;

export default defineRule({
  code: 'K479',
  name: 'volumes-not-apart',
  group: 'capacity',
  severity: 'error',
  kinds: ['ReplicationController', 'apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet'],
  reads: [
    'Node',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'autoscaling/HorizontalPodAutoscaler',
    'storage.k8s.io/StorageClass',
  ],
  summary: 'Pods that keep apart from one another, and whose volumes are of one Node',
  explanation: `A pod goes to the Node whose disk its \`local\` volume is. Where two pods have volumes of one Node, or mount the same one, and required pod
anti-affinity keeps them apart, the second stays Pending. A rollout that starts a new pod before the old one ends, as \`maxSurge\` 1 with \`maxUnavailable\` 0
does (which the defaults are for up to three replicas), stands still for the same reason.

Looked at are volumes that a pod is sure to have: the claim names the volume, or the volume the claim, or it is the only one that will do. Of the
\`topologyKey\` \`kubernetes.io/hostname\` this is known without the Nodes, of others where the Nodes are known.`,
  bad: [
    { title: 'volumes of one Node', manifests: NODES + volumes('node-1', 'node-1') + statefulSet(2) },
    {
      title: 'a rollout',
      manifests: NODES + localVolumeExample('node-1') + localPodsExample(APART, ['data'], 'RollingUpdate'),
    },
  ],
  good: [
    { title: 'volumes of two Nodes', manifests: NODES + volumes('node-1', 'node-2') + statefulSet(2) },
    {
      title: 'an old pod goes first',
      manifests: NODES + localVolumeExample('node-1') + localPodsExample(APART),
    },
  ],
  check(entry, context) {
    const template = scheduledPods(entry);
    if (template === undefined) return;
    const [apart] = keptApart(template, entry.namespace).filter(({ key }) => isKnown(key, context));
    if (apart === undefined) return;
    const crowd = crowdOf(entry, template, apart, context);
    if (crowd === undefined) return;
    const {
      pods,
      host,
      volumes: [first, ...more],
      isRollout,
    } = crowd;
    const title = objectTitle(entry);
    const where = `the Node \`${host}\``;
    context.report({
      object: entry,
      path: apart.pointer,
      title: isRollout
        ? `a rollout of ${title} stands still: its pods keep apart, and their volume is of ${where}`
        : `${pods} pods of ${title} keep apart, and ${more.length === 0 ? 'their volume is' : 'their volumes are'} of ${where}`,
      label: `no two of these pods ${apart.key === HOSTNAME ? 'on one Node' : `where \`${apart.key}\` is the same`}`,
      others: [first, ...more].slice(0, SHOWN).map(({ volume, binding }) => ({
        entry: volume.entry,
        path: '/spec/nodeAffinity',
        label: `the claim \`${binding.claim.name}\` has \`${volume.name}\`, of ${where}`,
      })),
      notes: [
        isRollout
          ? 'the new pod stays Pending (FailedScheduling): "node(s) didn\'t match pod anti-affinity rules"; maxUnavailable is 0, so no old pod goes before it is available'
          : 'all but one stay Pending (FailedScheduling): there "node(s) didn\'t match pod anti-affinity rules", and from other Nodes the volume is not reached',
      ],
      help: isRollout
        ? [
            'write maxSurge: 0 with maxUnavailable: 1, or strategy: { type: Recreate }: the old pod goes first',
          ]
        : [
            more.length === 0
              ? 'keep 1 replica, or let a StatefulSet make a claim for each pod, of volumes of other Nodes'
              : 'let the claims have volumes of other Nodes',
            'or prefer to keep apart: preferredDuringSchedulingIgnoredDuringExecution',
          ],
    });
  },
});

/** Volumes that are shown. */
const SHOWN = 3;

function isKnown(key: string, { once }: CheckContext): boolean {
  return key === HOSTNAME || once(clusterNodes).length > 0;
}

interface Crowd {
  readonly pods: number;
  readonly host: string;
  readonly volumes: readonly [CertainVolume, ...CertainVolume[]];
  /** Whether there is place for the pods, and none for the new ones of a rollout. */
  readonly isRollout: boolean;
}

/** Pods of a workload that have to be in one place by their volumes; undefined where there are none, or one in each. */
function crowdOf(
  entry: ObjectEntry,
  template: ScheduledPods,
  { key }: KeptApart,
  context: CheckContext,
): Crowd | undefined {
  const ofPods = certainVolumes(entry, template, context);
  if (ofPods.length === 0) return undefined;
  const { steady, surge, maxUnavailable } = podNumbers(entry, template, context);
  const [only] = ofPods;
  const shared = ofPods.length === 1 ? only && placeOf(only, key, context) : undefined;
  // What a claim template makes is of one pod.
  if (shared !== undefined && shared.of.binding.claim.entry !== entry) {
    const isRollout = steady === 1 && surge > 0 && maxUnavailable === 0;
    if (steady < 2 && !isRollout) return undefined;
    return { pods: steady, host: shared.host, volumes: [shared.of], isRollout };
  }
  const places = groupBy(
    ofPods.slice(0, steady).flatMap((volumes) => placeOf(volumes, key, context) ?? []),
    ({ domain }) => domain,
  );
  const most = [...places.values()].find(({ length }) => length > 1);
  const [first, ...more] = new Map(most?.map(({ of }) => [of.volume, of])).values();
  const host = most?.[0]?.host;
  if (most === undefined || first === undefined || host === undefined) return undefined;
  return { pods: most.length, host, volumes: [first, ...more], isRollout: false };
}

interface Place {
  readonly domain: string;
  readonly host: string;
  readonly of: CertainVolume;
}

/** Where the first volume that is of one Node leads to. A Node without the label keeps nothing apart. */
function placeOf(volumes: readonly CertainVolume[], key: string, { once }: CheckContext): Place | undefined {
  for (const of of volumes) {
    const host = hostOf(of.volume);
    if (host === undefined) continue;
    const domain = key === HOSTNAME ? host : once(labelsByHost).get(host)?.[key];
    if (domain !== undefined) return { domain, host, of };
  }
  return undefined;
}

function labelsByHost({ once }: CheckContext): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(once(clusterNodes).map(({ name, labels }) => [labels[HOSTNAME] ?? name, labels]));
}

function volumes(...nodes: readonly string[]): string {
  return nodes.map((node, index) => localVolume(node, `disk-${index}`, `data-db-${index}`)).join('');
}

function statefulSet(replicas: number): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: shop
spec:
  replicas: ${replicas}
  serviceName: db
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
${APART.replace('web', 'db')}      containers:
        - name: db
          image: example.com/db:1.0.0
          volumeMounts:
            - name: data
              mountPath: /data
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        storageClassName: manual
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 10Gi
---
apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
  clusterIP: None
  selector:
    app: db
  ports:
    - port: 5432
`;
}
