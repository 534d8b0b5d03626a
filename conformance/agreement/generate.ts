import { Dice, hash32, type JsonMap } from './dice';
import { type GeneratedKind, KINDS } from './kinds';
import { mutateOnce } from './mutate';
import { isMap } from './sites';

/** An object, and how it was made. */
export interface Case {
  /** `1:Pod-17`: the seed, the kind and the index in it; `--replay` takes it. */
  readonly id: string;
  readonly of: GeneratedKind;
  readonly object: JsonMap;
  /** What was changed of an object that was to be valid; empty when nothing was. */
  readonly mutations: readonly string[];
}

/** The case of a seed, kind and index: always the same, whatever others there are. */
export function generate(seed: number, of: GeneratedKind, index: number): Case {
  const id = `${seed}:${of.title}-${index}`;
  const d = new Dice(id);
  const object: JsonMap = JSON.parse(
    JSON.stringify({ apiVersion: of.apiVersion, kind: of.kind, ...of.make(d) }),
  ) as JsonMap;
  const count = d.chance(0.25) ? 0 : d.of([1, 1, 1, 1, 1, 1, 2, 2, 3, 4]);
  const mutations = Array.from({ length: count }, () => mutateOnce(d, object));
  stripPlace(object);
  return { id, of, object, mutations };
}

/** Mutations that make metadata anew may name another namespace, which the request would then be for. */
function stripPlace({ metadata }: JsonMap): void {
  if (!isMap(metadata)) return;
  for (const field of ['namespace', 'managedFields', 'resourceVersion'])
    Reflect.deleteProperty(metadata, field);
}

/** The case of an id. */
export function regenerate(id: string): Case {
  const [, seed, title, index] = /^(\d+):(.+)-(\d+)$/.exec(id) ?? [];
  const of = KINDS.find((each) => each.title === title);
  if (of === undefined) throw new Error(`--replay: ${id} is no id of a case, such as 1:Pod-17`);
  return generate(Number(seed), of, Number(index));
}

/** How many cases of each kind there are among so many. */
export function shares(kinds: readonly GeneratedKind[], count: number): ReadonlyMap<GeneratedKind, number> {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(kinds.map((kind) => [kind, Math.ceil((count * kind.weight) / total)]));
}

/** Tells whether a generator still makes what it made. */
export const fingerprint = (object: JsonMap): number => hash32(JSON.stringify(object));
