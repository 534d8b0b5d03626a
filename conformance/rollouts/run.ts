/** Takes the controllers of a judge through rollouts, step by step as lib/model/rollout has them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiObject } from '../api';
import { type Judge, startJudge } from '../judge';
import { usedIn } from '../limits/used';
import {
  CANARIES,
  DAEMON_SETS,
  DEPLOYMENTS,
  NODES,
  STATEFUL_SETS,
  STATEFUL_SETS_GATED,
  SWITCHES,
} from './cases';
import { conduct, type Figures } from './conduct';
import { isReady, Recording } from './recording';
import { type StallTrial, stallTrials, stands, tryRefusals } from './stalls';
import { canaryTrial, switchTrial, tryBothAtOnce } from './tracks';
import { daemonSetTrial, deploymentTrial, poolOf, statefulSetTrial, type Trial } from './trials';

/** What came of one rollout. */
export interface Held {
  readonly kind: string;
  readonly title: string;
  /** Steps that the model has for it. */
  readonly steps: number;
  readonly figures?: Figures;
  /** How the controllers did otherwise. */
  readonly fault?: string;
}

/** How many rollouts are under way at once: mostly they wait. */
const AT_ONCE = 12;

/** Tries all rollouts on judges of a version. */
export async function tryRolloutSteps(version: string): Promise<readonly Held[]> {
  const trials = [
    ...DEPLOYMENTS.map(deploymentTrial),
    ...STATEFUL_SETS.map((each) => statefulSetTrial(each, false)),
    ...DAEMON_SETS.map(daemonSetTrial),
    ...SWITCHES.map(switchTrial),
    ...CANARIES.map(canaryTrial),
    ...stallTrials(),
  ];
  const held = await onJudge(version, {}, async (judge) => {
    const outcomes = await inParallel(judge, trials);
    return [
      ...outcomes,
      ...faultsOf('bounds that are refused', await tryRefusals(judge)),
      ...faultsOf('version and replicas changed at once', await tryBothAtOnce(judge)),
    ];
  });
  const gated = STATEFUL_SETS_GATED.map((each) => statefulSetTrial(each, true));
  const open = await onJudge(version, { MaxUnavailableStatefulSet: true }, async (judge) =>
    inParallel(judge, gated),
  );
  return [...held, ...open.map((each) => ({ ...each, kind: 'StatefulSet, gate open' }))];
}

function faultsOf(title: string, faults: readonly string[]): readonly Held[] {
  return faults.map((fault) => ({ kind: 'also', title, steps: 0, fault }));
}

async function onJudge<T>(
  version: string,
  featureGates: Readonly<Record<string, boolean>>,
  ask: (judge: Judge) => Promise<T>,
): Promise<T> {
  const judge = await startJudge({ version, controllers: true, nodes: NODES, featureGates });
  try {
    for (let node = 1; node <= NODES; node += 1) await labelNode(judge, node);
    return await ask(judge);
  } finally {
    await judge.stop();
  }
}

/** The first of three nodes is among the first 3, 4, 5, ... */
async function labelNode(judge: Judge, node: number): Promise<void> {
  const pools = Array.from({ length: NODES - node + 1 }, (_, index) => [poolOf(node + index), 'yes']);
  const labels = Object.fromEntries(pools) as Record<string, string>;
  const path = `/api/v1/nodes/node-${node}`;
  await judge.request('PATCH', path, { metadata: { labels } }, 'application/merge-patch+json');
}

async function inParallel(judge: Judge, trials: readonly (Trial | StallTrial)[]): Promise<readonly Held[]> {
  const left = trials.map((trial, index) => ({ trial, index }));
  const held: Held[] = [];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      held[one.index] = await hold(judge, one.trial, `rollout-${one.index}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  // A busy machine is late now and then, and so is one controller for another: once more, alone.
  for (const [index, trial] of trials.entries()) {
    if (held[index]?.fault !== undefined) held[index] = await hold(judge, trial, `rollout-${index}-again`);
  }
  return held;
}

async function hold(judge: Judge, trial: Trial | StallTrial, namespace: string): Promise<Held> {
  const { kind, title, rollout } = trial;
  const about = { kind, title, steps: rollout.steps.length };
  await judge.createNamespace(namespace);
  const recording = new Recording(judge, namespace);
  try {
    for (const object of trial.objects) {
      const made = await judge.create(object, { namespace });
      if (!made.accepted) return { ...about, fault: made.status.message };
    }
    const before = rollout.steps[0]?.old;
    await judge.until('the old pods', async () =>
      Promise.resolve(recording.last.pods.old === before && recording.pods.every(isReady)),
    );
    // Pods count as available when they have been ready for so long.
    await sleep((trial.minReadySeconds ?? -1) * 1000 + 1000);
    const then = 'standing' in trial ? trial.standing.then : undefined;
    if (then !== undefined) await addQuota(judge, namespace, then);
    const figures = await conduct({ ...trial, judge, namespace, recording });
    if ('standing' in trial) await stands(judge, namespace, recording, trial);
    return { ...about, figures };
  } catch (error) {
    return { ...about, fault: error instanceof Error ? error.message : String(error) };
  } finally {
    recording.stop();
  }
}

/** A quota refuses nothing before its controller has looked at it. */
async function addQuota(judge: Judge, namespace: string, quota: ApiObject): Promise<void> {
  await judge.create(quota, { namespace });
  await judge.until('the quota', async () => {
    const used = await usedIn(judge, namespace);
    return Object.keys(used.few ?? {}).length > 0;
  });
}
