/** What the cluster does with the examples of the rules about references, K3xx. */
import { admits, denies } from './admission';
import { budget, evictionSays, evicts } from './budgets';
import { classesAgree, classesDiffer } from './classes';
import { type Observer, type Table } from './consequence';
import {
  allowed,
  autoscaler,
  both,
  can,
  count,
  endpoints,
  eventSays,
  forbidden,
  noEndpoints,
  OUTSIDE,
  type Pod,
  podsRun,
  podWaits,
  refused,
  still,
  taken,
  unschedulable,
} from './observers';
import { provisioned } from './provision';
import { type Scene, type Stored } from './scene';
import { accountCan, gathers, gathersNothing, overwritten } from './roles';
import { bindRoles, blink, claimTwice, measure, provideDevices, scaleToMaximum } from './steps';
import { checkNamespace, podDenied, restart } from './webhooks';

const KUBELET = 'the kubelet';
const INFORMS = { unobservable: 'it only informs: nothing goes wrong' };
const INGRESS = { unobservable: 'a cluster has no Ingress controller of its own, and this one none at all' };
const NETWORK = { unobservable: 'no network plugin is here, which is what holds pods to NetworkPolicies' };
const UNREACHED = { unobservable: 'no network here leads to a Service, so that no webhook answers' };
const PULLS = { unobservable: 'nothing here pulls images' };

/** A pod waits for a ConfigMap, a Secret or a key of theirs: the first example by a variable, the second by a volume. */
const waitsFor = (words: RegExp): readonly Observer[] => [
  podWaits('CreateContainerConfigError', words),
  podWaits('ContainerCreating', words),
];

export const REFERENCES: Table = {
  K301: { bad: noEndpoints, good: endpoints },
  K302: { bad: noEndpoints, good: endpoints },
  K303: {
    bad: waitsFor(/configmap "web-confg" not found/),
    good: [podsRun, podsRun, OUTSIDE],
    standIn: KUBELET,
  },
  K304: INGRESS,
  K305: INGRESS,
  K306: { bad: waitsFor(/has no key/), good: podsRun, standIn: KUBELET },
  K307: {
    bad: waitsFor(/secret "web-confg" not found/),
    good: [podsRun, podsRun, OUTSIDE, OUTSIDE],
    standIn: KUBELET,
  },
  K308: { bad: waitsFor(/has no key/), good: podsRun, standIn: KUBELET },
  K309: {
    bad: unschedulable(/persistentvolumeclaim "web-date" not found/),
    good: provisioned(podsRun),
    standIn: 'the provisioner of volumes',
  },
  K310: { bad: eventSays('FailedCreate', /serviceaccount "wep" not found/), good: podsRun },
  K311: PULLS,
  K312: PULLS,
  K313: { bad: refused(/no PriorityClass with name hihg was found/), good: podsRun },
  K314: { bad: refused(/RuntimeClass "gvisr" not found/), good: [podsRun, OUTSIDE] },
  K315: {
    bad: refused(/namespaces ".*shpo" not found/),
    good: [taken, taken, OUTSIDE],
    onlyItsNamespaces: true,
  },
  K316: INGRESS,
  K317: INGRESS,
  K318: INGRESS,
  K319: INGRESS,
  K321: {
    bad: [
      can('no', 'get', 'namespaces'),
      can('no', 'get', 'deployments.apps'),
      can('no', 'get', 'pods', '--subresource=log'),
    ],
    good: [
      can('yes', 'get', 'namespaces'),
      can('yes', 'get', 'deployments.apps'),
      can('yes', 'get', 'pods', '--subresource=log'),
    ],
    then: bindRoles,
  },
  K322: {
    // `kubectl auth can-i` says yes to these: it asks as if nodes were in the namespace.
    bad: [forbidden('get', 'namespaces'), forbidden('get', 'nodes', 'node-1')],
    good: [allowed('get', 'namespaces'), allowed('get', 'namespaces', 'team-a')],
    then: bindRoles,
  },
  K323: { bad: accountCan('no', 'get', 'pods'), good: accountCan('yes', 'get', 'pods') },
  K324: { bad: accountCan('no', 'get', 'pods'), good: accountCan('yes', 'get', 'pods') },
  K325: { unobservable: 'it is about requests that nobody can make' },
  K326: {
    bad: [can('no', 'create', 'configmaps'), can('no', 'list', 'configmaps')],
    good: [
      can('yes', 'get', 'configmaps/settings'),
      can('yes', 'create', 'serviceaccounts/web', '--subresource=token'),
    ],
    then: bindRoles,
  },
  K327: { unobservable: 'nothing fails: it is about what the holder of the role may do then' },
  K328: { bad: still(gathersNothing), good: gathers },
  K329: { bad: [overwritten], good: [gathers] },
  K330: INGRESS,
  K331: { bad: lastOfTwo, good: bothThere, apply: true },
  K332: { unobservable: 'only a kubelet probes' },
  K333: { unobservable: 'nothing listens on ports here' },
  K334: { bad: noEndpoints, good: endpoints },
  K335: { bad: noEndpoints, good: endpoints },
  K336: { bad: noEndpoints, good: endpoints },
  K337: { bad: addressGone, good: still(addressKept), then: blink, apply: true },
  K338: { unobservable: 'only a kubelet mounts volumes' },
  K339: { bad: secretGone, good: tokenThere },
  K340: INFORMS,
  K341: INFORMS,
  K342: INFORMS,
  K343: INFORMS,
  K350: {
    bad: autoscaler('AbleToScale', 'FailedGetScale'),
    good: autoscaler('AbleToScale', 'SucceededGetScale'),
  },
  K351: {
    bad: autoscaler('AbleToScale', 'FailedGetScale'),
    good: autoscaler('AbleToScale', 'SucceededGetScale'),
  },
  K352: {
    bad: autoscaler('ScalingActive', 'FailedGetResourceMetric'),
    good: autoscaler('ScalingActive', 'ValidMetricFound'),
    then: measure,
    standIn: 'metrics-server',
  },
  K353: {
    bad: autoscaler('ScalingActive', 'FailedGetContainerResourceMetric'),
    good: autoscaler('ScalingActive', 'ValidMetricFound'),
    then: measure,
    standIn: 'metrics-server',
  },
  K354: {
    bad: autoscaler('ScalingActive', 'AmbiguousSelector'),
    good: autoscaler('ScalingActive', 'ValidMetricFound'),
    then: measure,
    standIn: 'metrics-server',
  },
  K355: {
    bad: replicasAre(3),
    good: replicasAre(5),
    apply: true,
    async then(scene) {
      await scaleToMaximum(scene);
      await scene.apply(scene.objects);
    },
    standIn: 'the load',
  },
  K356: { unobservable: 'no adapter serves metrics of objects here' },
  K357: { bad: still(budget(0)), good: budget(3) },
  K358: { bad: evictionSays(/more than one PodDisruptionBudget/), good: evicts },
  K359: { bad: evictionSays(/disruption budget/), good: evicts },
  K360: { bad: evictionSays(/disruption budget/), good: evicts },
  K361: { bad: still(nameless), good: named },
  K362: { bad: still(nameless), good: named },
  K363: NETWORK,
  K364: NETWORK,
  K365: NETWORK,
  K366: NETWORK,
  K367: NETWORK,
  K368: {
    bad: podDenied(/failed calling webhook.*service ".*" not found/s),
    good: UNREACHED,
    then: checkNamespace,
  },
  K369: { bad: podDenied(/failed calling webhook.*no service port/s), good: UNREACHED, then: checkNamespace },
  K370: UNREACHED,
  K371: {
    bad: eventSays('FailedCreate', /failed calling webhook/),
    good: still(podsRun),
    then: restart,
    patience: 20_000,
  },
  K372: { bad: still(admits(6)), good: denies(6) },
  K373: {
    bad: [denies(3), { unobservable: 'nothing goes wrong: the parameters are ignored' }],
    good: [both(admits(3), denies(6)), denies(6)],
  },
  K374: { bad: still(admits(6)), good: denies(6) },
  K375: { bad: still(foreignPods), good: still(noForeignPods) },
  K376: { bad: adopted, good: still(noneAdopted) },
  K377: { bad: classesDiffer, good: classesAgree, then: claimTwice },
  K378: NETWORK,
  K379: { bad: denies(3, /no params found/), good: both(admits(3), denies(6)) },
  K380: { unobservable: 'no DNS is here to ask' },
  K381: {
    bad: [still(notScheduled), eventSays('FailedResourceClaimCreation', /resource claim template "gpus"/)],
    good: podsRun,
    then: provideDevices,
    standIn: 'the driver of the devices',
  },
};

/** What the scheduler does not even look at has no condition and no event. */
async function notScheduled(scene: Scene): Promise<string | undefined> {
  const pods = await scene.list<Pod>('api/v1', 'pods');
  const waiting = pods.find(({ spec, status }) => spec.nodeName === undefined && status?.phase === 'Pending');
  if (waiting === undefined) return undefined;
  const events = await scene.list<Stored>('api/v1', 'events');
  return `pod ${waiting.metadata.name} Pending, with ${count(events.length, 'event')}`;
}

async function lastOfTwo({ judge, namespace }: Scene): Promise<string | undefined> {
  const { body } = await judge.get(`/api/v1/namespaces/${namespace}/configmaps/web`);
  const { data } = body as { data?: { colour?: string } };
  return data?.colour === 'blue' ? 'of the two ConfigMaps the second is there: colour is blue' : undefined;
}

async function bothThere(scene: Scene): Promise<string | undefined> {
  const names = (await scene.list('api/v1', 'configmaps')).map(({ metadata }) => metadata.name);
  return names.includes('web') && names.includes('web-2') ? 'both ConfigMaps are there' : undefined;
}

interface Endpoints extends Stored {
  readonly subsets?: readonly { readonly addresses?: readonly { readonly ip: string }[] }[];
}

async function addressesOf(scene: Scene): Promise<readonly string[]> {
  const all = await scene.list<Endpoints>('api/v1', 'endpoints');
  return all.flatMap(({ subsets = [] }) =>
    subsets.flatMap(({ addresses = [] }) => addresses.map(({ ip }) => ip)),
  );
}

async function addressGone(scene: Scene): Promise<string | undefined> {
  if ((await podsRun(scene)) === undefined) return undefined;
  const addresses = await addressesOf(scene);
  return addresses.length === 0 || addresses.includes('192.0.2.17')
    ? undefined
    : `the Endpoints have ${addresses.join(', ')}, that of the pod, and no longer 192.0.2.17`;
}

async function addressKept(scene: Scene): Promise<string | undefined> {
  const addresses = await addressesOf(scene);
  return addresses.includes('192.0.2.17') ? `the Endpoints still have ${addresses.join(', ')}` : undefined;
}

async function secretGone(scene: Scene): Promise<string | undefined> {
  const [secret] = scene.ofKind('Secret');
  if (secret === undefined || (await scene.read(secret)) !== undefined) return undefined;
  return scene.refusals.length === 0 ? 'the Secret is taken, and then deleted' : undefined;
}

async function tokenThere(scene: Scene): Promise<string | undefined> {
  const [secret] = scene.ofKind('Secret');
  const stored =
    secret && (await scene.read<Stored & { readonly data?: { readonly token?: string } }>(secret));
  return stored?.data?.token === undefined ? undefined : 'the Secret has a token';
}

function replicasAre(number: number): Observer {
  return async (scene) => {
    const [deployment] = scene.ofKind('Deployment');
    const stored = deployment && (await scene.read<Stored & { spec: { replicas: number } }>(deployment));
    return stored?.spec.replicas === number
      ? `5 replicas under load; applied once more, ${count(number, 'replica')}`
      : undefined;
  };
}

/** What the selector of a Deployment, as its subresource scale tells it, finds of other workloads. */
async function foreign(scene: Scene): Promise<{ readonly found: string | undefined; readonly pods: number }> {
  if ((await podsRun(scene)) === undefined) return { found: undefined, pods: 0 };
  let pods = 0;
  for (const deployment of scene.ofKind('Deployment')) {
    const name = deployment.metadata?.name ?? '';
    const { body } = await scene.judge.get(`${await scene.path(deployment)}/scale`);
    const { status } = body as { status: { selector: string } };
    const query = `?labelSelector=${encodeURIComponent(status.selector)}`;
    const owners = (await scene.list('api/v1', 'pods', query)).map(({ metadata }) => metadata.name);
    pods += owners.length;
    const others = scene
      .ofKind('Deployment')
      .map(({ metadata }) => metadata?.name ?? '')
      .filter((other) => other !== name && owners.some((owner) => owner.startsWith(`${other}-`)));
    if (others.length > 0) {
      return { found: `the selector ${status.selector} of ${name} finds pods of ${others.join(', ')}`, pods };
    }
  }
  return { found: undefined, pods };
}

async function foreignPods(scene: Scene): Promise<string | undefined> {
  return (await foreign(scene)).found;
}

async function noForeignPods(scene: Scene): Promise<string | undefined> {
  const { found, pods } = await foreign(scene);
  return found === undefined && pods > 0 ? 'each selector finds the pods of its own' : undefined;
}

async function adopted(scene: Scene): Promise<string | undefined> {
  for (const object of [...scene.ofKind('Pod'), ...scene.ofKind('ReplicaSet')]) {
    const stored = await scene.read(object);
    const [owner] = stored?.metadata.ownerReferences ?? [];
    if (stored !== undefined && owner !== undefined)
      return `${object.kind} ${stored.metadata.name} is now owned by ${owner.kind} ${owner.name}`;
  }
  return undefined;
}

async function noneAdopted(scene: Scene): Promise<string | undefined> {
  if ((await podsRun(scene)) === undefined || (await adopted(scene)) !== undefined) return undefined;
  return 'the Pod by-hand has no owner';
}

interface Slice extends Stored {
  readonly endpoints?: readonly { readonly hostname?: string }[] | null;
}

/** The names of pods that DNS servers take from the EndpointSlices of headless Services (CoreDNS, plugin/kubernetes). */
async function hostnames(scene: Scene): Promise<readonly string[]> {
  const slices = await scene.list<Slice>('apis/discovery.k8s.io/v1', 'endpointslices');
  return slices
    .filter(({ metadata }) => metadata.labels?.['service.kubernetes.io/headless'] !== undefined)
    .flatMap(({ metadata, endpoints: each }) =>
      (each ?? []).flatMap(({ hostname }) =>
        hostname === undefined ? [] : `${hostname}.${metadata.labels?.['kubernetes.io/service-name'] ?? ''}`,
      ),
    );
}

async function nameless(scene: Scene): Promise<string | undefined> {
  if ((await podsRun(scene)) === undefined || (await hostnames(scene)).length > 0) return undefined;
  return 'the pods run, and no EndpointSlice of a headless Service has their names';
}

async function named(scene: Scene): Promise<string | undefined> {
  const names = await hostnames(scene);
  return names.length === 0 ? undefined : `the EndpointSlice has the name ${names.join(', ')}`;
}
