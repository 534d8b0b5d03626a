/** Applies a folder of manifests to an empty cluster, as a person would, and watches what becomes of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startJudge, type Judge } from './judge';

interface Workload {
  readonly kind: string;
  readonly metadata: { readonly namespace: string; readonly name: string; readonly generation: number };
  readonly spec: { readonly replicas?: number };
  readonly status: { readonly observedGeneration?: number; readonly replicas?: number };
}

interface Event {
  readonly reason: string;
  readonly message: string;
  readonly involvedObject: { readonly kind: string; readonly namespace: string; readonly name: string };
}

interface Pod {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly status: {
    readonly phase: string;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly message?: string;
    }[];
    readonly containerStatuses?: readonly {
      readonly state: { readonly waiting?: { readonly message?: string } };
    }[];
  };
}

/** What was found: no faults, and the folder is good. Notes are for people. */
export interface Applied {
  readonly faults: readonly string[];
  readonly notes: readonly string[];
}

const settled = 60_000;

/**
 * `kubectl apply -f <folder> -R` on an empty judge with controllers and nodes. A fault is: the first apply fails, the
 * second changes something, or a workload does not get its pods (no other reason than admission's can keep them from
 * it). Pods that then wait for something outside the folder are notes.
 */
export async function apply(version: string, folder: string): Promise<Applied> {
  const judge = await startJudge({ version, controllers: true, nodes: 2 });
  try {
    const files = ['--filename', folder, '--recursive'];
    const first = await judge.kubectl(['apply', ...files]);
    if (first.code !== 0) return { faults: [`The first apply failed:\n${first.stderr}`], notes: [] };
    const faults: string[] = [];
    // Not by the word that apply prints: it says `configured` of every PodDisruptionBudget, whose selector it always
    // sends (patchStrategy replace).
    const difference = await judge.kubectl(['diff', ...files]);
    if (difference.code !== 0)
      faults.push(`A second apply changes:\n${difference.stdout}${difference.stderr}`);
    const second = await judge.kubectl(['apply', ...files]);
    if (second.code !== 0) faults.push(`The second apply failed:\n${second.stderr}`);

    const end = Date.now() + settled;
    let short = await withoutPods(judge);
    while (short.length > 0 && (await failures(judge)).length === 0 && Date.now() < end) {
      await sleep(250);
      short = await withoutPods(judge);
    }
    faults.push(...(await failures(judge)), ...short);
    const objects = first.stdout.trim().split('\n').length;
    return {
      faults,
      notes: [`${objects} objects applied`, ...warnings(first.stderr), ...(await waiting(judge))],
    };
  } finally {
    await judge.stop();
  }
}

/** Deployments, ReplicaSets and ReplicationControllers that have fewer pods than they want. */
async function withoutPods(judge: Judge): Promise<string[]> {
  const paths = ['/apis/apps/v1/deployments', '/apis/apps/v1/replicasets', '/api/v1/replicationcontrollers'];
  const lists = await Promise.all(paths.map(async (path) => list<Workload>(judge, path)));
  return lists
    .flat()
    .filter(
      ({ metadata, spec, status }) =>
        (status.observedGeneration ?? 0) < metadata.generation ||
        (status.replicas ?? 0) < (spec.replicas ?? 1),
    )
    .map(
      ({ metadata, spec, status }) =>
        `${metadata.namespace}/${metadata.name} has ${status.replicas ?? 0} pods of ${spec.replicas ?? 1}`,
    );
}

/** The first refusal of each workload: the next ones differ in the pod's name only. */
async function failures(judge: Judge): Promise<string[]> {
  const found = new Map<string, string>();
  for (const { reason, message, involvedObject: of } of await list<Event>(judge, '/api/v1/events')) {
    const workload = `${of.kind} ${of.namespace}/${of.name}`;
    if (reason === 'FailedCreate' && !found.has(workload)) found.set(workload, message);
  }
  return [...found].map(([workload, message]) => `FailedCreate: ${workload}: ${message}`);
}

/** Pods that do not start, and what they wait for; a pod that nobody has looked at yet gets time. */
async function waiting(judge: Judge): Promise<string[]> {
  const end = Date.now() + settled;
  let pending = await pendingPods(judge);
  while (pending.some((pod) => reason(pod) === undefined) && Date.now() < end) {
    await sleep(250);
    pending = await pendingPods(judge);
  }
  return pending.map((pod) => {
    const { namespace, name } = pod.metadata;
    return `Pod ${namespace}/${name} waits: ${reason(pod) ?? 'no reason given'}`;
  });
}

async function pendingPods(judge: Judge): Promise<Pod[]> {
  return (await list<Pod>(judge, '/api/v1/pods')).filter(({ status }) => status.phase === 'Pending');
}

function reason({ status }: Pod): string | undefined {
  const unscheduled = status.conditions?.find(
    (each) => each.type === 'PodScheduled' && each.status === 'False',
  );
  return unscheduled?.message ?? status.containerStatuses?.[0]?.state.waiting?.message;
}

async function list<T>(judge: Judge, path: string): Promise<readonly T[]> {
  const { code, body } = await judge.get(path);
  if (code !== 200) throw new Error(`GET ${path}: ${JSON.stringify(body)}`);
  return (body as { items: T[] }).items;
}

const warnings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('Warning: '));
