/** What can be seen on a cluster, in small pieces for the tables. */
import { groupBy } from '../../lib/model/group-by';
import { type Output } from '../judge';
import { type Observer, type Unobservable } from './consequence';
import { type Scene, type Stored } from './scene';

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

interface State {
  readonly waiting?: { readonly reason: string; readonly message?: string };
}

export interface Pod extends Stored {
  readonly spec: { readonly nodeName?: string };
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly { readonly name: string; readonly state?: State }[];
  };
}

interface Service extends Stored {
  readonly spec: { readonly ports?: readonly { readonly name?: string; readonly port: number }[] };
}

interface Slice extends Stored {
  readonly endpoints?: readonly { readonly conditions?: { readonly ready?: boolean } }[];
  readonly ports?: readonly { readonly name?: string; readonly port?: number }[];
}

interface Event extends Stored {
  readonly reason?: string;
  readonly message?: string;
  readonly involvedObject: { readonly kind: string; readonly name: string };
}

interface Workload extends Stored {
  readonly spec: { readonly replicas?: number };
  readonly status?: { readonly replicas?: number; readonly readyReplicas?: number };
}

interface DaemonSet extends Stored {
  readonly status?: { readonly desiredNumberScheduled?: number; readonly numberReady?: number };
}

interface Claim extends Stored {
  readonly spec: { readonly volumeName?: string; readonly storageClassName?: string };
  readonly status?: { readonly phase?: string };
}

/** For an example that says what lies outside of it, which is not on this cluster either. */
export const OUTSIDE: Unobservable = { unobservable: 'what it declares to be there is not on this cluster' };

/** The server says no to an object, with words such as these. */
export function refused(words: RegExp): Observer {
  return async ({ refusals }) => Promise.resolve(refusals.find((each) => words.test(each)));
}

/** The server took everything. */
export const taken: Observer = async ({ refusals, objects }) =>
  Promise.resolve(
    refusals.length === 0 ? `${objects.length === 1 ? 'the object is' : 'all objects are'} taken` : undefined,
  );

/** There is an event of this reason with words such as these. */
export function eventSays(reason: string, words: RegExp): Observer {
  return async (scene) => {
    const events = await scene.list<Event>('api/v1', 'events');
    const found = events.find((event) => event.reason === reason && words.test(event.message ?? ''));
    return found && `event ${reason} of ${found.involvedObject.kind}: ${found.message ?? ''}`;
  };
}

/** The first of several observers that sees something. */
export function either(...observers: readonly Observer[]): Observer {
  return async (scene) => {
    for (const each of observers) {
      const seen = await each(scene);
      if (seen !== undefined) return seen;
    }
    return undefined;
  };
}

/** All of several observers see something. */
export function both(...observers: readonly Observer[]): Observer {
  return async (scene) => {
    const seen: string[] = [];
    for (const each of observers) {
      const one = await each(scene);
      if (one === undefined) return undefined;
      seen.push(one);
    }
    return seen.join('; ');
  };
}

/** What still shows when controllers had the time (ms) to change it. */
export function still(observer: Observer, after = 2500): Observer {
  return async (scene) => (scene.hasWaited(after) ? observer(scene) : undefined);
}

/** Every pod runs and is ready, or has ended well, and workloads have all that they want. */
export const podsRun: Observer = async (scene) => {
  const pods = await scene.list<Pod>('api/v1', 'pods');
  const done = pods.filter(
    ({ status }) =>
      status?.phase === 'Succeeded' || condition(status?.conditions, 'Ready')?.status === 'True',
  );
  if (pods.length === 0 || done.length < pods.length || scene.refusals.length > 0) return undefined;
  for (const resource of ['deployments', 'statefulsets', 'replicasets']) {
    const workloads = await scene.list<Workload>('apis/apps/v1', resource);
    if (workloads.some(({ spec, status }) => (status?.readyReplicas ?? 0) < (spec.replicas ?? 1)))
      return undefined;
  }
  const daemons = await scene.list<DaemonSet>('apis/apps/v1', 'daemonsets');
  const isShort = ({ status }: DaemonSet): boolean =>
    (status?.numberReady ?? 0) < (status?.desiredNumberScheduled ?? 1);
  if (daemons.some(isShort)) return undefined;
  return pods.length === 1 ? 'the pod runs' : 'all pods run';
};

/** All pods of the example run, each number of them on one node: `podsOnNodes(1, 1)` is two pods on two nodes. */
export function podsOnNodes(...numbers: readonly number[]): Observer {
  return async (scene) => {
    if ((await podsRun(scene)) === undefined) return undefined;
    const pods = await scene.list<Pod>('api/v1', 'pods');
    const nodes = groupBy(pods, ({ spec }) => spec.nodeName);
    const found = [...nodes.values()].map(({ length }) => length).sort((a, b) => b - a);
    if (found.join() !== numbers.join()) return undefined;
    return found.length === 1
      ? `all ${pods.length} pods run on one node`
      : `${pods.length} pods run on ${found.length} nodes`;
  };
}

/** A container waits for this reason. */
export function podWaits(reason: string, words: RegExp): Observer {
  return async (scene) => {
    const pods = await scene.list<Pod>('api/v1', 'pods');
    const states = pods.flatMap(({ status }) => status?.containerStatuses ?? []);
    const waiting = states.flatMap(({ state }) => state?.waiting ?? []);
    const found = waiting.find((each) => each.reason === reason && words.test(each.message ?? ''));
    return found && `${reason}: ${found.message ?? ''}`;
  };
}

/** The scheduler finds no node for a pod. */
export function unschedulable(words: RegExp): Observer {
  return async (scene) => {
    const pods = await scene.list<Pod>('api/v1', 'pods');
    const found = pods
      .flatMap(({ status }) => condition(status?.conditions, 'PodScheduled') ?? [])
      .find(({ status, message }) => status === 'False' && words.test(message ?? ''));
    return found && `pod Pending, ${found.reason ?? ''}: ${found.message ?? ''}`;
  };
}

/** A port of a Service, with the endpoints that kube-proxy would send to: it goes by the names of ports (pkg/proxy/endpointslicecache.go). */
async function served(
  scene: Scene,
): Promise<readonly { readonly port: string; readonly endpoints: number }[]> {
  const services = await scene.list<Service>('api/v1', 'services');
  const slices = await scene.list<Slice>('apis/discovery.k8s.io/v1', 'endpointslices');
  return services.flatMap(({ metadata, spec }) => {
    const own = slices.filter(
      ({ metadata: of }) => of.labels?.['kubernetes.io/service-name'] === metadata.name,
    );
    return (spec.ports ?? []).map(({ name = '', port }) => ({
      port: `${metadata.name}:${name === '' ? port : name}`,
      endpoints: own
        .filter(({ ports }) => ports?.some((each) => (each.name ?? '') === name))
        .flatMap(({ endpoints }) => endpoints?.filter(({ conditions }) => conditions?.ready !== false) ?? [])
        .length,
    }));
  });
}

/** Every pod runs, and yet a port of a Service has no endpoint. */
export const noEndpoints: Observer = still(async (scene) => {
  const hasPods = scene.ofKind('Pod').length > 0;
  if (hasPods && (await podsRun(scene)) === undefined) return undefined;
  const ports = (await served(scene)).filter(({ endpoints }) => endpoints === 0);
  return ports.length === 0
    ? undefined
    : `no endpoint for ${ports.map(({ port }) => port).join(', ')} in any EndpointSlice`;
});

/** Each port of every Service has an endpoint. */
export const endpoints: Observer = async (scene) => {
  const ports = await served(scene);
  if (ports.length === 0 || ports.some((each) => each.endpoints === 0)) return undefined;
  return ports.map((each) => `${each.port} has ${count(each.endpoints, 'endpoint')}`).join(', ');
};

/** A condition of an autoscaler. */
export function autoscaler(type: string, reason: string): Observer {
  return async (scene) => {
    const all = await scene.list<
      Stored & { readonly status?: { readonly conditions?: readonly Condition[] } }
    >('apis/autoscaling/v2', 'horizontalpodautoscalers');
    const found = all.flatMap(({ status }) => condition(status?.conditions, type) ?? []);
    const one = found.find((each) => each.reason === reason);
    return one && `${type} ${one.status}, ${reason}: ${one.message ?? ''}`;
  };
}

/** A claim stays Pending, with an event of this reason; without a reason no event is asked for. */
export function claimPending(reason?: string, words = /./): Observer {
  return still(async (scene) => {
    const claims = await scene.list<Claim>('api/v1', 'persistentvolumeclaims');
    const pending = claims.find(({ status }) => status?.phase === 'Pending');
    if (pending === undefined) return undefined;
    if (reason === undefined) return `claim ${pending.metadata.name} Pending`;
    const said = await eventSays(reason, words)(scene);
    return said && `claim ${pending.metadata.name} Pending, ${said}`;
  }, 3000);
}

/** Every claim is bound. */
export const claimsBound: Observer = async (scene) => {
  const claims = await scene.list<Claim>('api/v1', 'persistentvolumeclaims');
  if (claims.length === 0 || claims.some(({ status }) => status?.phase !== 'Bound')) return undefined;
  return claims
    .map(({ metadata, spec }) => `${metadata.name} is bound to ${spec.volumeName ?? ''}`)
    .join(', ');
};

/** The first PersistentVolume of the example is in this phase. */
export function volumeIs(phase: string, after = 3000): Observer {
  return still(async (scene) => {
    const [volume] = scene.ofKind('PersistentVolume');
    const stored =
      volume && (await scene.read<Stored & { readonly status?: { readonly phase?: string } }>(volume));
    return stored?.status?.phase === phase ? `volume ${stored.metadata.name} ${phase}` : undefined;
  }, after);
}

/** Whether the user to whom `bindRoles` gave every role of the example may do this. */
export function can(answer: 'yes' | 'no', ...what: readonly string[]): Observer {
  return async ({ judge, name, namespace, objects }) => {
    const scope = objects.some(({ kind }) => kind === 'Role')
      ? ['--namespace', namespace]
      : ['--all-namespaces'];
    const { stdout } = await judge.kubectl(['auth', 'can-i', ...what, '--as', name, ...scope]);
    return stdout.trim() === answer ? `kubectl auth can-i ${what.join(' ')}: ${answer}` : undefined;
  };
}

/** What that user asks for with kubectl is forbidden. */
export function forbidden(...args: readonly string[]): Observer {
  return async (scene) => {
    const { code, stderr } = await asUser(scene, args);
    return code === 0 ? undefined : stderr.trim().replace(scene.name, 'somebody');
  };
}

/** What that user asks for with kubectl is allowed. */
export function allowed(...args: readonly string[]): Observer {
  return async (scene) => {
    const { code } = await asUser(scene, args);
    return code === 0 ? `kubectl ${args.join(' ')}: allowed` : undefined;
  };
}

async function asUser({ judge, name, namespaces }: Scene, args: readonly string[]): Promise<Output> {
  const moved = args.map((each) => namespaces.get(each) ?? each);
  return judge.kubectl([...moved, '--as', name]);
}

/** Every Job has come to its end. */
export const jobsDone: Observer = async (scene) => {
  const jobs = await scene.list<
    Stored & { readonly status?: { readonly conditions?: readonly Condition[] } }
  >('apis/batch/v1', 'jobs');
  const isDone = jobs.every(({ status }) => condition(status?.conditions, 'Complete')?.status === 'True');
  return jobs.length > 0 && isDone ? 'the Job completes' : undefined;
};

export function condition(all: readonly Condition[] | undefined, type: string): Condition | undefined {
  return all?.find((each) => each.type === type);
}

export function count(number: number, what: string): string {
  return `${number === 0 ? 'no' : number} ${what}${number === 1 ? '' : 's'}`;
}
