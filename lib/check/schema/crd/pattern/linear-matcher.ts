import { type TranslatedPattern } from './translate-pattern';

/** Says whether an expression matches anywhere in a text. */
export type Matcher = (text: string) => boolean;

type Test = (character: string | undefined) => boolean;

/** A part of an expression. `look` takes up no character: it asks for the one before or the one after. */
type Node =
  | { readonly kind: 'one'; readonly test: Test }
  | { readonly kind: 'look'; readonly isBehind: boolean; readonly test: Test }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

type Step =
  | { readonly kind: 'one'; readonly test: Test }
  | { readonly kind: 'look'; readonly isBehind: boolean; readonly test: Test }
  /** Goes on at either place, which is known when all steps are there. */
  | { readonly kind: 'split'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'match' };

/** Repetitions within repetitions come to no more in Go (regexp/syntax parse.go, repeatIsValid). */
const MOST_TIMES = 1000;
const MOST_STEPS = 50_000;

/**
 * A matcher that takes time in proportion to the text, as Go's does, where `RegExp` tries one way after the other: all
 * ways are followed at once (K. Thompson, Regular expression search algorithm, 1968).
 *
 * @param pattern What {@link translatePattern} wrote and `RegExp` reads.
 * @returns undefined where it has more repetitions than Go would read.
 */
export function linearMatcher(pattern: TranslatedPattern): Matcher | undefined {
  const steps: Step[] = [];
  const all = new SourceReader(pattern).read();
  if (!repeatsWithin(all, MOST_TIMES) || !emit(all, steps)) return undefined;
  steps.push({ kind: 'match' });
  return (text) => run(steps, Array.from(text));
}

const CLASS = String.raw`\[(?:\\.|[^\]\\])*\]`;
const ONE = new RegExp(String.raw`${CLASS}|\\[pP]\{[^}]*\}|\\u\{[0-9a-f]+\}|[A-Za-z0-9]`, 'y');
const LOOK = new RegExp(String.raw`\(\?(<?)([=!])(${CLASS})\)`, 'y');
const REPEAT = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

/** Reads the few forms that `translatePattern` writes. */
class SourceReader {
  #at = 0;
  readonly #source: string;
  readonly #flags: string;

  constructor({ source, flags }: TranslatedPattern) {
    this.#source = source;
    this.#flags = flags;
  }

  read(): Node {
    const branches: Node[] = [];
    for (;;) {
      branches.push(this.#sequence());
      if (!this.#takes('|')) break;
    }
    return { kind: 'any', of: branches };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at)))
      parts.push(this.#repeated(this.#atom()));
    return { kind: 'all', of: parts };
  }

  #atom(): Node {
    const [look, behind, sign, asked = ''] = this.#match(LOOK) ?? [];
    if (look !== undefined) {
      const test = this.#test(asked);
      const isBehind = behind === '<';
      return {
        kind: 'look',
        isBehind,
        test: sign === '=' ? test : (character) => !test(character),
      };
    }
    if (this.#takes('(?:')) {
      const inside = this.read();
      this.#takes(')');
      return inside;
    }
    for (const [char, isBehind] of [
      ['^', true],
      ['$', false],
    ] as const) {
      if (this.#takes(char)) return { kind: 'look', isBehind, test: (character) => character === undefined };
    }
    const [one] = this.#match(ONE) ?? [];
    if (one === undefined) throw new TypeError(`unread in an expression: ${this.#source.slice(this.#at)}`);
    return { kind: 'one', test: this.#test(one) };
  }

  #repeated(of: Node): Node {
    const [whole, sign, from, comma, to = ''] = this.#match(REPEAT) ?? [];
    if (whole === undefined) return of;
    if (sign !== undefined) {
      return { kind: 'repeat', of, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    }
    const least = Number(from);
    return {
      kind: 'repeat',
      of,
      least,
      most: comma === undefined ? least : to === '' ? Infinity : Number(to),
    };
  }

  #test(one: string): Test {
    const expression = new RegExp(`^${one}$`, this.#flags);
    const known = new Map<string, boolean>();
    return (character) => {
      if (character === undefined) return false;
      let is = known.get(character);
      if (is === undefined) known.set(character, (is = expression.test(character)));
      return is;
    };
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#source) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #takes(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

/** Whether nothing in a part is repeated more often than that, all repetitions around it counted. */
function repeatsWithin(node: Node, most: number): boolean {
  switch (node.kind) {
    case 'one':
    case 'look':
      return true;
    case 'all':
    case 'any':
      return node.of.every((part) => repeatsWithin(part, most));
    case 'repeat': {
      const times = node.most === Infinity ? node.least : node.most;
      return times <= most && repeatsWithin(node.of, Math.floor(most / Math.max(times, 1)));
    }
  }
}

/** Writes the steps of a part; false where they are too many. */
function emit(node: Node, steps: Step[]): boolean {
  if (steps.length > MOST_STEPS) return false;
  switch (node.kind) {
    case 'one':
    case 'look':
      steps.push(node);
      return true;
    case 'all':
      return node.of.every((part) => emit(part, steps));
    case 'any':
      return emitBranches(node.of, steps);
    case 'repeat':
      return emitRepeat(node.of, node.least, node.most, steps);
  }
}

function emitBranches(branches: readonly Node[], steps: Step[]): boolean {
  const ends: { to: number }[] = [];
  for (const [index, branch] of branches.entries()) {
    if (index === branches.length - 1) {
      if (!emit(branch, steps)) return false;
      continue;
    }
    const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
    steps.push(split);
    if (!emit(branch, steps)) return false;
    const end = { kind: 'jump' as const, to: 0 };
    steps.push(end);
    ends.push(end);
    split.second = steps.length;
  }
  for (const end of ends) end.to = steps.length;
  return true;
}

function emitRepeat(of: Node, least: number, most: number, steps: Step[]): boolean {
  for (let time = 0; time < least; time++) if (!emit(of, steps)) return false;
  if (most === Infinity) {
    const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
    const again = steps.push(split) - 1;
    if (!emit(of, steps)) return false;
    steps.push({ kind: 'jump', to: again });
    split.second = steps.length;
    return true;
  }
  const splits: { second: number }[] = [];
  for (let time = least; time < most; time++) {
    const split = { kind: 'split' as const, first: steps.length + 1, second: 0 };
    steps.push(split);
    splits.push(split);
    if (!emit(of, steps)) return false;
  }
  for (const split of splits) split.second = steps.length;
  return true;
}

function run(steps: readonly Step[], text: readonly string[]): boolean {
  // At which character a step was reached last, counted from 1.
  const reached = new Uint32Array(steps.length);
  let here: number[] = [];
  for (let at = 0; at <= text.length; at++) {
    const [before, after] = [text[at - 1], text[at]];
    // A match may begin at every character.
    const open = [...here, 0];
    const ones: number[] = [];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const step = steps[index];
      if (step === undefined || reached[index] === at + 1) continue;
      reached[index] = at + 1;
      if (step.kind === 'match') return true;
      if (step.kind === 'one') ones.push(index);
      else if (step.kind === 'jump') open.push(step.to);
      else if (step.kind === 'split') open.push(step.first, step.second);
      else if (step.test(step.isBehind ? before : after)) open.push(index + 1);
    }
    here = ones.flatMap((index) => {
      const step = steps[index];
      return step?.kind === 'one' && step.test(after) ? [index + 1] : [];
    });
  }
  return false;
}
