import { labelValueErrors } from '../names/label-value';
import { parseInt64 } from './integer';
import { requirementHolds } from './matches-selector';
import { type Requirement } from './selector';

/**
 * What all conditions on one label leave: whether the label may be missing, and which values it may
 * have: those listed, or all within the bounds but those listed. Bounds allow whole numbers only.
 */
export interface ValueSet {
  readonly absent: boolean;
  readonly only: boolean;
  readonly listed: readonly string[];
  readonly above: bigint | undefined;
  readonly below: bigint | undefined;
}

const ANY: ValueSet = { absent: true, only: false, listed: [], above: undefined, below: undefined };
const MAX_LABEL_LENGTH = 63;

function narrow(set: ValueSet, { operator, values }: Requirement): ValueSet {
  const limit = parseInt64(values[0] ?? '');
  switch (operator) {
    case 'In':
    case 'Equals':
    case 'DoubleEquals':
      return {
        ...set,
        absent: false,
        only: true,
        listed: values.filter((value) =>
          set.only ? set.listed.includes(value) : !set.listed.includes(value),
        ),
      };
    case 'NotIn':
    case 'NotEquals':
      return {
        ...set,
        listed: set.only ? set.listed.filter((value) => !values.includes(value)) : [...set.listed, ...values],
      };
    case 'Exists':
      return { ...set, absent: false };
    case 'DoesNotExist':
      return { ...set, only: true, listed: [] };
    case 'Gt':
      if (limit === undefined) return { ...set, absent: false, only: true, listed: [] };
      return {
        ...set,
        absent: false,
        above: set.above === undefined || limit > set.above ? limit : set.above,
      };
    case 'Lt':
      if (limit === undefined) return { ...set, absent: false, only: true, listed: [] };
      return {
        ...set,
        absent: false,
        below: set.below === undefined || limit < set.below ? limit : set.below,
      };
  }
}

function inBounds(set: ValueSet, value: string): boolean {
  const above =
    set.above === undefined || requirementHolds({ key: '', operator: 'Gt', values: [`${set.above}`] }, value);
  return (
    above &&
    (set.below === undefined ||
      requirementHolds({ key: '', operator: 'Lt', values: [`${set.below}`] }, value))
  );
}

/**
 * The set that conditions on one label leave, in a form that is the same for the same set: sorted,
 * without values that no label can have or that the bounds leave out already.
 */
export function valueSet(requirements: readonly Requirement[]): ValueSet {
  const set = requirements.reduce(narrow, ANY);
  const listed = [...new Set(set.listed)]
    .filter((value) => inBounds(set, value) && labelValueErrors(value).length === 0)
    .sort();
  return set.only
    ? { absent: set.absent, only: true, listed, above: undefined, below: undefined }
    : { ...set, listed };
}

/** A number as a label may spell it, with as many zeros before it as are asked for. */
function* spellings(low: bigint, below: bigint): Generator<string> {
  for (let value = low; value < below; value += 1n) {
    for (let text = `${value}`; text.length <= MAX_LABEL_LENGTH; text = `0${text}`) yield text;
  }
}

function* words(): Generator<string> {
  for (let count = 0; ; count += 1) yield count === 0 ? 'x' : `x${count}`;
}

/** A value of the set that a label can have; undefined when there is none, the label missing aside. */
export function someValue(set: ValueSet): string | undefined {
  if (set.only) return set.listed[0];
  const taken = new Set(set.listed);
  // A label value cannot begin with a sign, so its numbers are 0 and up.
  const low = set.above === undefined || set.above < 0n ? 0n : set.above + 1n;
  const bounded = set.above !== undefined || set.below !== undefined;
  for (const value of bounded ? spellings(low, set.below ?? 1n << 63n) : words()) {
    if (!taken.has(value)) return value;
  }
  return undefined;
}
