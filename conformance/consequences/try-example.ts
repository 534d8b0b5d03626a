import { setTimeout as sleep } from 'node:timers/promises';
import { type Judge } from '../judge';
import {
  type Consequence,
  isUnobservable,
  type Observer,
  type Shows,
  type Unobservable,
} from './consequence';
import { type Scene } from './scene';
import { clear, raise } from './stage';

/** What came of an example. */
export interface Seen {
  readonly code: string;
  readonly kind: 'bad' | 'good';
  readonly index: number;
  readonly title: string | undefined;
  /** What the cluster said; undefined where a fault is. */
  readonly words?: string;
  /** How the cluster does otherwise than the table says. */
  readonly fault?: string;
  /** Why nothing was looked at. */
  readonly unobservable?: string;
}

/** Controllers react within two seconds; a busy machine takes longer. */
const PATIENCE = 25_000;

/** Puts an example on the judge and looks until its consequence shows, and that the other one does not. */
export async function tryExample(
  scene: Scene,
  consequence: Consequence,
  kind: 'bad' | 'good',
): Promise<Pick<Seen, 'words' | 'fault'>> {
  const expected = showsOf(consequence[kind], scene.index);
  if (expected === undefined || isUnobservable(expected)) throw new Error('nothing to observe');
  const other = consequence[kind === 'bad' ? 'good' : 'bad'];
  try {
    await raise(scene, consequence);
    const patience = PATIENCE + (consequence.patience ?? 0);
    const words = await looked(scene, expected, patience);
    if (words === undefined) return { fault: await otherwise(scene, other) };
    if (typeof other === 'function' && typeof consequence[kind] === 'function') {
      // What shows by nothing happening takes its time.
      while (!scene.hasWaited(3000)) await sleep(200);
      const both = await other(scene);
      if (both !== undefined) return { fault: scene.retell(`${words}; and also: ${both}`) };
    }
    return { words: scene.retell(words) };
  } finally {
    await clear(scene);
  }
}

/** What shows of the example with this number; undefined where the table has nothing for it. */
export function showsOf(shows: Shows, index: number): Observer | Unobservable | undefined {
  return typeof shows === 'function' || isUnobservable(shows) ? shows : shows[index];
}

async function looked(scene: Scene, observer: Observer, patience: number): Promise<string | undefined> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const words = await observer(scene);
    if (words !== undefined) return words;
    await sleep(250);
  }
  return undefined;
}

async function otherwise(scene: Scene, other: Shows): Promise<string> {
  const shown = typeof other === 'function' ? await other(scene) : undefined;
  const parts = [
    shown === undefined ? 'what should show does not' : `instead: ${shown}`,
    ...scene.refusals.map((each) => `refused: ${each}`),
    ...(await state(scene.judge, scene.namespace)),
  ];
  return scene.retell(parts.join(' | '));
}

async function state(judge: Judge, namespace: string): Promise<readonly string[]> {
  const { stdout } = await judge.kubectl(['get', 'pods,pvc,hpa,events', '-n', namespace, '--no-headers']);
  return stdout.split('\n').slice(0, 12);
}
