import { type IConstruct } from 'constructs';
import { type IntOrPercent, readIntOrPercent } from '../../model/int-or-string';
import { PropertyError } from '../property-error';
import { readProperty } from './read-property';

/**
 * A number of things as it stands in a manifest; undefined stays undefined.
 * @throws PropertyError if it is no whole number of 0 or more
 */
export function wireCount<N extends number | undefined>(
  construct: IConstruct,
  property: string,
  count: N,
): N {
  if (count !== undefined && !(Number.isInteger(count) && count >= 0)) {
    throw new PropertyError(construct, property, `is ${count}`, 'write a whole number of 0 or more');
  }
  return count;
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
