import { type IConstruct } from 'constructs';
import { type IntOrPercent, readIntOrPercent } from '../../model/int-or-string';
import { PropertyError } from '../property-error';
import { readProperty } from './read-property';

/** What most numbers of the API are at most: 32 bits with a sign. */
const MAX_INT32 = 2 ** 31 - 1;

/**
 * A number of things as it stands in a manifest; undefined stays undefined.
 * @throws PropertyError if it is no whole number from `min`, 0 if left out, to `max`, the most of 32 bits if left out
 */
export function wireCount<N extends number | undefined>(
  construct: IConstruct,
  property: string,
  count: N,
  { min = 0, max = MAX_INT32 }: { readonly min?: number; readonly max?: number } = {},
): N {
  if (count !== undefined && !(Number.isInteger(count) && count >= min && count <= max)) {
    const range = count > max ? `from ${min} to ${max}` : `of ${min} or more`;
    throw new PropertyError(construct, property, `is ${count}`, `write a whole number ${range}`);
  }
  return count;
}

/**
 * A number of seconds that has 64 bits in a manifest.
 * @throws PropertyError if it is no whole number of `min`, 0 if left out, or more
 */
export function wireSeconds<N extends number | undefined>(
  construct: IConstruct,
  property: string,
  seconds: N,
  min = 0,
): N {
  return wireCount(construct, property, seconds, { min, max: Number.MAX_SAFE_INTEGER });
}

/**
 * A count or percentage of pods that are a part of all, as it stands in a manifest.
 * @throws PropertyError if it is neither a count nor a whole percentage, or more than `100%`
 * @see k8s.io/kubernetes/pkg/apis/apps/validation, ValidatePositiveIntOrPercent and IsNotMoreThan100Percent
 */
export function wirePart<T extends IntOrPercent | undefined>(
  construct: IConstruct,
  property: string,
  part: T,
): T {
  if (part === undefined) return part;
  readProperty(construct, property, () => readIntOrPercent(part, property));
  if (typeof part === 'string' && Number.parseInt(part, 10) > 100) {
    throw new PropertyError(construct, property, `is ${part}`, 'write a share of up to 100%');
  }
  return part;
}

/** Whether a count or percentage is none at all. */
export function isZero(part: IntOrPercent | undefined): boolean {
  return part !== undefined && Number.parseInt(String(part), 10) === 0;
}
