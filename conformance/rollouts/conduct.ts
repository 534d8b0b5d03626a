import { setTimeout as sleep } from 'node:timers/promises';
import { availableIn, podsIn, type Rollout, type RolloutStep } from '../../lib/model/rollout/rollout-step';
import { type JsonObject } from '../../lib/model/json-value';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { ALL, type Compared, type Counts, inWords, isBetween, isSame, STAYING } from './counts';
import { type Moment, type Pod, type Recording, stateOf } from './recording';
import { LET_GO, UP } from './workloads';

/** Something that a person does. */
export interface Act {
  /** Words of the step that it leads to. */
  readonly before: RegExp;
  /** Of the object that is patched, or of the collection that gets a new one; with `NAMESPACE` for the namespace. */
  readonly path: string;
  readonly patch?: JsonObject;
  readonly object?: ApiObject;
}

/** A rollout of the model, and the namespace in which the controllers take it. */
export interface Performance {
  readonly judge: Judge;
  readonly namespace: string;
  readonly recording: Recording;
  readonly rollout: Rollout;
  /** Whether the pods are compared with the steps, or the replicas of the ReplicaSets, by which a Deployment goes. */
  readonly by: 'pods' | 'sets';
  readonly compared: Compared;
  /** Whether the steps name the pods that they are about. */
  readonly namesPods?: boolean;
  /** Whether pods that are gone are made anew without regard to others. */
  readonly inAnyOrder?: boolean;
  readonly minReadySeconds?: number;
  /** Whether a Service sends to the pods, so that its endpoints are looked at. */
  readonly serves?: boolean;
  /** What is done during the rollout, in order: the first begins it. */
  readonly acts: readonly Act[];
}

/** What was seen of the pods. */
export interface Figures {
  /** The most at a time, as the controller counts them: those that are ending left out. */
  readonly most: number;
  /** The fewest that were ready, of those that were to stay, or that a Service had. */
  readonly least: number;
  /** How many more pods there were for a moment, since one ReplicaSet was faster than another. */
  readonly over: number;
}

/** How long a controller may take for a step on a busy machine, in milliseconds. */
const PATIENCE = 30_000;
/** A controller that has done nothing for so long waits. */
const QUIET = 250;

/**
 * Takes the controllers through a rollout by the steps of the model: pods come up, and go, only where the model says so,
 * and all that the controllers do in between has to lead from one step to the next.
 *
 * @throws Error where a controller does otherwise
 */
export async function conduct(performance: Performance): Promise<Figures> {
  const { recording, rollout } = performance;
  const [before, ...steps] = rollout.steps;
  if (before === undefined) throw new Error('a rollout has a first step');
  const start = await settle(performance, before);
  let from: Position = { step: before, position: start };
  let upAt: number | undefined;
  const settled = [start];
  const acts = [...performance.acts];
  // A rollout of no steps is begun too: nothing may come of it.
  if (steps.length === 0) await doNext(performance, acts);
  for (let index = 0; index < steps.length; index += 1) {
    const step = stepAt(steps, index);
    if (acts[0]?.before.test(step.what) === true) {
      await settle(performance, from.step);
      await doNext(performance, acts);
    }
    const up = step.fresh - from.step.fresh;
    const isFree = up > 1 || (performance.inAnyOrder === true && from.step.ending - step.ending > 1);
    if (isFree && isOurs(from.step, step)) {
      // What controllers do after each of them is chance; where they wait again is not.
      settled.push(await settle(performance, from.step));
      await (up > 0 ? bringUp(performance, up) : letGo(performance));
      const isPassing = (next: RolloutStep | undefined): boolean =>
        next !== undefined && acts[0]?.before.test(next.what) !== true && !isOurs(stepAt(steps, index), next);
      while (isPassing(steps[index + 1])) index += 1;
      from = { step: stepAt(steps, index), position: await settle(performance, stepAt(steps, index)) };
      settled.push(from.position);
      continue;
    }
    if (isOurs(from.step, step)) {
      await settle(performance, from.step);
      upAt = up > 0 ? Date.now() : undefined;
      await (up > 0 ? bringUp(performance, up) : letGo(performance));
    }
    const position = await reach(performance, from, step);
    if (!isOurs(from.step, step)) {
      checkPatience(performance, from.position, upAt);
      upAt = undefined;
    }
    if (performance.namesPods === true) checkNames(recording, from.position, position, step);
    from = { step, position };
  }
  settled.push(await settle(performance, from.step));
  return figuresOf(performance, recording.moments.slice(start), settled.length > 2 ? settled : undefined);
}

async function doNext({ judge, namespace }: Performance, acts: Act[]): Promise<void> {
  const act = acts.shift();
  if (act === undefined) return;
  const path = act.path.replace('NAMESPACE', namespace);
  const { code, body } = await (act.object === undefined
    ? judge.request('PATCH', path, act.patch, 'application/strategic-merge-patch+json')
    : judge.request('POST', path, act.object));
  if (code >= 300) throw new Error(`${path} is not changed: ${JSON.stringify(body)}`);
}

function stepAt(steps: readonly RolloutStep[], index: number): RolloutStep {
  const step = steps[index];
  if (step === undefined) throw new RangeError(`there is no step ${index}`);
  return step;
}

interface Position {
  readonly step: RolloutStep;
  /** Index of the moment at which the step was reached. */
  readonly position: number;
}

/** Whether the step is not one of the controllers: new pods come up, or old ones that were ending are gone. */
function isOurs(from: Counts, to: Counts): boolean {
  const isLeaving = to.ending < from.ending && isSame(from, to, STAYING);
  return to.fresh > from.fresh || isLeaving;
}

/** Waits until nothing happens any more; the index of the last moment, which has to be what the step says. */
async function settle(
  { recording, by, compared, serves = false }: Performance,
  step: RolloutStep,
): Promise<number> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const { at, [by]: counts } = recording.last;
    const isQuiet = Date.now() - at > QUIET;
    const isServed = !serves || recording.last.serving === availableIn(step);
    if (isQuiet && isServed && isSame(counts, step, compared)) return recording.moments.length - 1;
    if (Date.now() > end) {
      const served = serves
        ? `; the Service has ${recording.last.serving} endpoints for ${availableIn(step)}`
        : '';
      throw new Error(`"${step.what}" is not where it stays: ${difference(counts, step, compared)}${served}`);
    }
    await sleep(20);
  }
}

/** Waits for a step; the index of its moment. */
async function reach(
  { recording, by, compared }: Performance,
  from: Position,
  step: RolloutStep,
): Promise<number> {
  const end = Date.now() + PATIENCE;
  for (let position = from.position; ;) {
    const moment = recording.moments[position];
    if (moment === undefined) {
      const why = recording.ended ?? (Date.now() > end ? `after ${PATIENCE / 1000} s` : undefined);
      if (why !== undefined) {
        throw new Error(
          `"${step.what}" does not come (${why}): ${difference(recording.last[by], step, compared)}`,
        );
      }
      await sleep(10);
      continue;
    }
    if (isSame(moment[by], step, compared)) return position;
    if (!isBetween(moment[by], from.step, step, compared)) {
      throw new Error(
        `after "${from.step.what}" in place of "${step.what}": ${difference(moment[by], step, compared)}`,
      );
    }
    position += 1;
  }
}

function difference(seen: Counts, step: Counts, compared: Compared): string {
  return `there are ${inWords(seen, compared)}, where the step has ${inWords(step, compared)}`;
}

/** The lowest ordinals first, as a StatefulSet makes them. */
async function bringUp(performance: Performance, count: number): Promise<void> {
  const starting = inOrder(performance.recording, 'starting').slice(0, count);
  for (const { metadata } of starting) await change(performance, `${metadata.name}/status`, UP);
}

/** The highest ordinal first: a StatefulSet makes anew what is gone. */
async function letGo(performance: Performance): Promise<void> {
  for (const { metadata } of inOrder(performance.recording, 'ending').reverse()) {
    await change(performance, metadata.name, LET_GO);
  }
}

function inOrder({ pods }: Recording, state: keyof Counts): Pod[] {
  return pods
    .filter((pod) => stateOf(pod) === state)
    .sort((a, b) => ordinal(a.metadata.name) - ordinal(b.metadata.name));
}

function ordinal(name: string): number {
  const digits = /-(\d+)$/.exec(name)?.[1];
  return digits === undefined ? 0 : Number(digits);
}

async function change({ judge, namespace }: Performance, pod: string, patch: object): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/pods/${pod}`;
  const { code, body } = await judge.request('PATCH', path, patch, 'application/strategic-merge-patch+json');
  if (code >= 300) throw new Error(`${pod} is not changed: ${JSON.stringify(body)}`);
}

/** A pod counts as available when it has been ready for a while; since when is told in whole seconds. */
function checkPatience(
  { recording, by, minReadySeconds = 0 }: Performance,
  position: number,
  upAt: number | undefined,
): void {
  const was = recording.moments[position];
  const next = recording.moments
    .slice(position)
    .find((each) => was !== undefined && !isSame(each[by], was[by], ALL));
  if (upAt === undefined || next === undefined) return;
  const waited = next.at - upAt;
  if (waited < (minReadySeconds - 1) * 1000) {
    throw new Error(`it went on ${waited} ms after a pod was ready, for minReadySeconds ${minReadySeconds}`);
  }
}

/** The pods that changed between two moments are those that the step names. */
function checkNames({ moments }: Recording, from: number, to: number, { what }: RolloutStep): void {
  const [before, after] = [moments[from], moments[to]];
  const words = /^(.*?) (?:told to end|gone|made anew|available)$/.exec(what)?.[1];
  if (before === undefined || after === undefined || words === undefined) return;
  const changed = [...new Set([...before.states.keys(), ...after.states.keys()])]
    .filter((name) => before.states.get(name) !== after.states.get(name))
    .sort();
  const named = words.split(', ').sort();
  if (changed.join() !== named.join()) throw new Error(`"${what}", where it was ${changed.join(', ')}`);
}

/**
 * Throws unless there were as many pods as the steps have at most, and no fewer available. A Deployment goes by what its
 * ReplicaSets want, and each of them makes and deletes pods at a pace of its own. `waits`: where nothing happened, if
 * several pods came up at a time; what is between is then in another order than that of the steps.
 */
function figuresOf(
  { rollout, by, recording, serves = false }: Performance,
  moments: readonly Moment[],
  waits: readonly number[] | undefined,
): Figures {
  const pods = moments.map((each) => each.pods);
  const counted = moments.map((each) => each[by]);
  const atWaits = (waits ?? []).flatMap((at) => recording.moments[at]?.[by] ?? []);
  const most = mostOf(waits === undefined || by === 'sets' ? counted : atWaits);
  const least = serves ? Math.min(...moments.map(({ serving }) => serving)) : leastOf(counted);
  const wanted = {
    most: Math.max(...rollout.steps.map(podsIn)),
    least: Math.min(...rollout.steps.map(availableIn)),
  };
  const areEnough = serves || leastOf(pods) >= wanted.least;
  if (areEnough && most === wanted.most && least === wanted.least) {
    return { most, least, over: Math.max(0, mostOf(pods) - most) };
  }
  throw new Error(
    `at most ${most} pods and at least ${least} available (by the pods alone ${mostOf(pods)} and ${leastOf(pods)}), where the steps have ${wanted.most} and ${wanted.least}`,
  );
}

function mostOf(counts: readonly Counts[]): number {
  return Math.max(...counts.map(({ old, starting, fresh }) => old + starting + fresh));
}

function leastOf(counts: readonly Counts[]): number {
  return Math.min(...counts.map(({ old, fresh }) => old + fresh));
}
