import { type ApiObject, type Change } from '../api';
import { type Judge } from '../judge';
import { type Counts } from './counts';

/** A pod, as far as rollouts are about it. */
export interface Pod extends ApiObject {
  readonly metadata: {
    readonly name: string;
    readonly deletionTimestamp?: string;
    readonly labels: Readonly<Record<string, string>>;
  };
  readonly status: {
    readonly conditions?: readonly { readonly type: string; readonly status: string }[];
  };
}

interface ReplicaSet extends ApiObject {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly replicas: number;
    readonly template: { readonly metadata: { readonly labels: Readonly<Record<string, string>> } };
  };
  readonly status?: { readonly availableReplicas?: number };
}

interface EndpointSlice extends ApiObject {
  readonly endpoints?: readonly { readonly conditions?: { readonly ready?: boolean } }[];
}

/** What was there after one write. */
export interface Moment {
  /** By the pods. */
  readonly pods: Counts;
  /** As the controller of a Deployment counts: by the replicas of its ReplicaSets; pods that end are not in it. */
  readonly sets: Counts;
  /** Endpoints that Services send to. */
  readonly serving: number;
  /** What each pod counts as, by its name. */
  readonly states: ReadonlyMap<string, keyof Counts>;
  /** When it was told, by `Date.now()`. */
  readonly at: number;
}

const NONE: Counts = { old: 0, starting: 0, fresh: 0, ending: 0 };

/** The label that tells the pods of the new template from the old ones. */
export const VERSION = 'version';

/** Every change of the pods and ReplicaSets of a namespace, in the order in which the API server tells of them. */
export class Recording {
  readonly moments: Moment[] = [
    { pods: NONE, sets: NONE, serving: 0, states: new Map<string, keyof Counts>(), at: Date.now() },
  ];
  /** Why no more is recorded. */
  ended: string | undefined;
  private readonly current = new Map<string, Pod>();
  private readonly sets = new Map<string, ReplicaSet>();
  private readonly slices = new Map<string, EndpointSlice>();
  private readonly stops: readonly (() => void)[];

  constructor(judge: Judge, namespace: string) {
    const end = (why: string): void => {
      this.ended = why;
    };
    const follow = <T extends ApiObject>(path: string, into: Map<string, T>): (() => void) =>
      judge.watch(path, (change) => this.take(change, into), end);
    this.stops = [
      follow(`/api/v1/namespaces/${namespace}/pods`, this.current),
      follow(`/apis/apps/v1/namespaces/${namespace}/replicasets`, this.sets),
      follow(`/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`, this.slices),
    ];
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }

  /** What was there last. */
  get last(): Moment {
    const last = this.moments.at(-1);
    if (last === undefined) throw new Error('a recording begins with a moment');
    return last;
  }

  /** The pods that are there now. */
  get pods(): readonly Pod[] {
    return [...this.current.values()];
  }

  private take<T extends ApiObject>({ type, object }: Change, into: Map<string, T>): void {
    if (type === 'ERROR') this.ended = JSON.stringify(object);
    const name = object.metadata?.name;
    if (name === undefined || type === 'ERROR' || type === 'BOOKMARK') return;
    if (type === 'DELETED') into.delete(name);
    else into.set(name, object as T);
    const states = new Map([...this.current].map(([each, pod]) => [each, stateOf(pod)]));
    const pods = { ...NONE };
    for (const state of states.values()) pods[state] += 1;
    const endpoints = [...this.slices.values()].flatMap(({ endpoints: each }) => each ?? []);
    const serving = endpoints.filter(({ conditions }) => conditions?.ready === true).length;
    this.moments.push({ pods, sets: this.countSets(), serving, states, at: Date.now() });
  }

  private countSets(): Counts {
    const counts = { ...NONE };
    for (const { spec, status } of this.sets.values()) {
      if (spec.template.metadata.labels[VERSION] !== 'new') {
        counts.old += spec.replicas;
        continue;
      }
      // A ReplicaSet that is to have fewer counts as available for a moment what is to go.
      const available = Math.min(status?.availableReplicas ?? 0, spec.replicas);
      counts.fresh += available;
      counts.starting += spec.replicas - available;
    }
    return counts;
  }
}

/** What a pod counts as. */
export function stateOf({ metadata, status }: Pod): keyof Counts {
  if (metadata.deletionTimestamp !== undefined) return 'ending';
  if (metadata.labels[VERSION] !== 'new') return 'old';
  return isReady({ status }) ? 'fresh' : 'starting';
}

export function isReady({ status }: Pick<Pod, 'status'>): boolean {
  return status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;
}
