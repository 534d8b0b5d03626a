/** LimitRanges of a judge against those of the check, over generated pods and claims. */
import { check } from '../../lib/check/check';
import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { type JsonObject } from '../../lib/model/json-value';
import { parseKubernetesVersion } from '../../lib/model/kubernetes-version';
import { ObjectSet } from '../../lib/model/object-set';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { Random } from '../patterns/random';
import { claim, limitRange, pod } from './objects';

/** What came of a run. */
export interface Outcome {
  readonly sent: number;
  readonly refused: number;
  /** Objects that the server refuses for another reason than LimitRanges. */
  readonly invalid: number;
  readonly faults: readonly string[];
}

const OF_LIMITS = ['K411', 'K412', 'K413', 'K414', 'K416'];
const OBJECTS_A_NAMESPACE = 40;

/** Sends `count` objects as dry runs, and holds each verdict and its words against what the check says. */
export async function tryLimitRanges(judge: Judge, from: number, count: number): Promise<Outcome> {
  const spaces = await prepare(judge, from, Math.ceil(count / OBJECTS_A_NAMESPACE));
  const faults: string[] = [];
  let [sent, refused, invalid] = [0, 0, 0];
  for (const [index, { namespace, limitRanges }] of spaces.entries()) {
    for (let each = 0; each < OBJECTS_A_NAMESPACE; each += 1) {
      const seed = from + index * OBJECTS_A_NAMESPACE + each;
      const r = new Random(seed);
      const metadata = { name: `o-${seed}`, namespace };
      const object = r.chance(0.15) ? claim(r, metadata) : pod(r, metadata);
      const said = findings([...limitRanges, object], judge.version);
      const verdict = await judge.create(object as unknown as ApiObject, { dryRun: true });
      sent += 1;
      const answer = verdict.accepted ? '' : verdict.status.message;
      if (answer !== '') refused += 1;
      const fault = disagreement(said, answer);
      if (fault === 'invalid') invalid += 1;
      else if (fault !== undefined)
        faults.push(`seed ${seed}: ${fault}\n  ${JSON.stringify(limitRanges)}\n  ${JSON.stringify(object)}`);
    }
  }
  return { sent, refused, invalid, faults };
}

interface Space {
  readonly namespace: string;
  readonly limitRanges: readonly JsonObject[];
}

/** Namespaces with one LimitRange or two, all before the first object: the server looks at what it has seen by then. */
async function prepare(judge: Judge, from: number, count: number): Promise<readonly Space[]> {
  const spaces: Space[] = [];
  for (let seed = from; spaces.length < count; seed += 1) {
    const r = new Random(seed ^ 0x5eed);
    const namespace = `limits-${seed}`;
    const wanted = r.list(1, r.chance(0.3) ? 2 : 1, (index) =>
      limitRange(r, { name: `l${index}`, namespace }),
    );
    // Which of two defaults counts is up to the server's mood, which is what K415 says.
    if (codesOf(wanted, judge.version).includes('K415')) continue;
    const verdicts = await Promise.all(
      wanted.map((object) => judge.create(object as unknown as ApiObject, { dryRun: true })),
    );
    if (!verdicts.every((verdict) => verdict.accepted || verdict.status.code === 404)) continue;
    await judge.createNamespace(namespace);
    const limitRanges: JsonObject[] = [];
    for (const object of wanted) {
      const made = await judge.create(object as unknown as ApiObject);
      if (made.accepted) limitRanges.push(object);
    }
    spaces.push({ namespace, limitRanges });
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return spaces;
}

function findings(objects: readonly JsonObject[], version: string): readonly Diagnostic[] {
  const set = new ObjectSet(objects.map((object) => ({ object })));
  return check(set, { target: parseKubernetesVersion(version) });
}

function codesOf(objects: readonly JsonObject[], version: string): readonly string[] {
  return findings(objects, version).map(({ code }) => code);
}

/** What the server says and the check does not, or the reverse; undefined when they agree. */
function disagreement(found: readonly Diagnostic[], answer: string): string | undefined {
  const said = found.filter(({ code }) => OF_LIMITS.includes(code));
  const isForbidden = answer.includes(' is forbidden: ');
  if (answer !== '' && !isForbidden) {
    const wanted = said.flatMap(quotes).filter((text) => text.startsWith('Invalid value: '));
    const isOurs = /must be (?:less than or equal|equal) to \S+ limit of/.test(answer);
    if (!isOurs) return 'invalid';
    // The pod's own resources, and limits that were written, are somebody else's.
    if (wanted.length === 0) return 'invalid';
    const missing = wanted.filter((text) => !answer.includes(text.replace(/^Invalid value: "[^"]*": /, '')));
    return missing.length === 0 ? undefined : `the server says ${answer}\n  and not ${missing.join('; ')}`;
  }
  if (said.some(({ code }) => code === 'K416')) return `K416, and the server says ${answer || 'yes'}`;
  const byLimitRange = new Map<string, string[]>();
  for (const each of said) {
    const name = /LimitRange `([^`]+)`/.exec(each.title)?.[1] ?? '';
    byLimitRange.set(name, [...(byLimitRange.get(name) ?? []), ...quotes(each)]);
  }
  if (!isForbidden) {
    return said.length === 0 ? undefined : `accepted, though ${said.map(({ title }) => title).join('; ')}`;
  }
  const told = answer.replace(/^.*? is forbidden: /s, '');
  const parts = told.startsWith('[')
    ? told.slice(1, -1).split(/, (?=minimum|maximum|\S+ max limit)/)
    : [told];
  const agrees = [...byLimitRange.values()].some(
    (texts) => [...new Set(texts)].sort().join('\n') === [...new Set(parts)].sort().join('\n'),
  );
  if (agrees) return undefined;
  return `the server says ${answer}\n  the check ${JSON.stringify([...byLimitRange])}`;
}

/** What a finding says that the server answers. */
function quotes({ notes }: Diagnostic): readonly string[] {
  return notes.flatMap((note) => note.split('\n')).flatMap((line) => /^"(.*)"$/.exec(line)?.[1] ?? []);
}
