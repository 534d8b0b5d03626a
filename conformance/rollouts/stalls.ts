/** Rollouts that do not come to their end, and where they stand then. */
import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../../lib/check/check';
import { type JsonObject } from '../../lib/model/json-value';
import { parseKubernetesVersion } from '../../lib/model/kubernetes-version';
import { ObjectSet } from '../../lib/model/object-set';
import { type RolloutStep } from '../../lib/model/rollout/rollout-step';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { STALLS, type StallCase } from './cases';
import { ALL, isSame } from './counts';
import { type Recording } from './recording';
import { daemonSetTrial, deploymentTrial, statefulSetTrial, type Trial } from './trials';
import { workload } from './workloads';

/** What is to be seen of a rollout that stands. */
export interface Standing {
  /** Created when the old pods are up. */
  readonly then?: ApiObject;
  /** Reasons of which one is an event in the namespace. */
  readonly event?: RegExp;
  /** Whether the Deployment says that its deadline is over. */
  readonly isLate?: boolean;
}

/** A rollout that ends before its end. */
export interface StallTrial extends Trial {
  readonly standing: Standing;
}

/** The rollouts of the table, cut off where they stand. */
export function stallTrials(): readonly StallTrial[] {
  return STALLS.map(stallTrial);
}

function stallTrial(stall: StallCase): StallTrial {
  const trial = trialOf(stall);
  const { steps } = trial.rollout;
  const { quota } = stall;
  const at = steps.findIndex((step, index) => index > 0 && isStopped(stall, steps[index - 1], step));
  const objects = trial.objects.map((object) => ({
    ...object,
    spec: {
      ...(object.spec as JsonObject),
      ...(stall.kind === 'Deployment' && { progressDeadlineSeconds: 4 }),
    },
  }));
  return {
    ...trial,
    objects,
    title: `${trial.title}; ${quota === undefined ? 'no new pod gets ready' : `a quota of ${quota} pods`}`,
    rollout: { ...trial.rollout, steps: steps.slice(0, at), isComplete: false },
    standing: {
      ...(quota !== undefined && { then: podQuota(quota), event: /FailedCreate/ }),
      isLate: stall.kind === 'Deployment',
    },
  };
}

function trialOf(stall: StallCase): Trial {
  switch (stall.kind) {
    case 'Deployment':
      return deploymentTrial({ ...stall, wave: 1 });
    case 'StatefulSet':
      return statefulSetTrial({ ...stall, wave: 1 }, false);
    case 'DaemonSet':
      return daemonSetTrial({ ...stall, wave: 1 });
  }
}

/** Nothing new comes up; under a quota a DaemonSet, which counts pods, does not even have new ones. */
function isStopped({ kind, quota }: StallCase, from: RolloutStep | undefined, step: RolloutStep): boolean {
  const isMade = step.starting > (from?.starting ?? 0);
  return step.fresh > 0 || (quota !== undefined && kind === 'DaemonSet' && isMade);
}

function podQuota(pods: number): ApiObject {
  return { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'few' }, spec: { hard: { pods } } };
}

/** Looks whether the rollout still stands after a while, and says why. */
export async function stands(
  judge: Judge,
  namespace: string,
  recording: Recording,
  { standing, by }: StallTrial,
): Promise<void> {
  const { [by]: counts } = recording.last;
  if (standing.isLate === true) {
    await judge.until('ProgressDeadlineExceeded', async () => isLate(judge, namespace), 30_000);
  } else {
    await sleep(4000);
  }
  if (!isSame(recording.last[by], counts, ALL)) throw new Error('it went on');
  if (standing.event === undefined) return;
  const { event } = standing;
  await judge.until(`an event ${event.source}`, async () => {
    const { items } = (await judge.get(`/api/v1/namespaces/${namespace}/events`)).body as {
      items: readonly { readonly reason?: string }[];
    };
    return items.some(({ reason = '' }) => event.test(reason));
  });
}

async function isLate(judge: Judge, namespace: string): Promise<boolean> {
  const { body } = await judge.get(`/apis/apps/v1/namespaces/${namespace}/deployments/web`);
  const { status } = body as { status: { conditions?: readonly { readonly reason?: string }[] } };
  return status.conditions?.some(({ reason }) => reason === 'ProgressDeadlineExceeded') === true;
}

/** Bounds of which none lets anything move: what the server says of them, and what the check does. */
export async function tryRefusals(judge: Judge): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { kind, rollingUpdate, isTaken } of REFUSALS) {
    const strategy = { rollingUpdate };
    const spec = kind === 'Deployment' ? { strategy } : { updateStrategy: strategy };
    const object = workload(kind, spec);
    const { accepted } = await judge.create(object, { dryRun: true, namespace: 'default' });
    const errors = check(new ObjectSet([{ object: object as unknown as JsonObject }]), {
      target: parseKubernetesVersion(judge.version),
    }).filter(({ code, severity }) => /^K[12]/.test(code) && severity === 'error');
    if (accepted !== isTaken || (errors.length === 0) !== isTaken) {
      faults.push(
        `${kind} ${JSON.stringify(rollingUpdate)}: ${accepted ? 'taken' : 'refused'} by the server, ${errors.length} errors by the check`,
      );
    }
  }
  return faults;
}

/** The server's own rule looks at what is written, before anything is rounded. */
export const REFUSALS: readonly {
  readonly kind: 'Deployment' | 'DaemonSet';
  readonly rollingUpdate: JsonObject;
  readonly isTaken: boolean;
}[] = [
  { kind: 'Deployment', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 }, isTaken: false },
  { kind: 'Deployment', rollingUpdate: { maxSurge: '0%', maxUnavailable: '0%' }, isTaken: false },
  { kind: 'Deployment', rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' }, isTaken: false },
  { kind: 'Deployment', rollingUpdate: { maxSurge: 0, maxUnavailable: '1%' }, isTaken: true },
  { kind: 'Deployment', rollingUpdate: { maxSurge: '0%', maxUnavailable: '10%' }, isTaken: true },
  { kind: 'Deployment', rollingUpdate: { maxSurge: '101%', maxUnavailable: 0 }, isTaken: true },
  { kind: 'Deployment', rollingUpdate: { maxSurge: 1, maxUnavailable: '101%' }, isTaken: false },
  { kind: 'DaemonSet', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 }, isTaken: false },
  { kind: 'DaemonSet', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 }, isTaken: false },
  { kind: 'DaemonSet', rollingUpdate: { maxSurge: 1 }, isTaken: false },
  { kind: 'DaemonSet', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }, isTaken: true },
  { kind: 'DaemonSet', rollingUpdate: { maxUnavailable: '1%' }, isTaken: true },
];
