import { type Requirement, type Selector } from './selector';

const SIGNS = {
  Equals: '=',
  DoubleEquals: '==',
  NotEquals: '!=',
  Gt: '>',
  Lt: '<',
  In: ' in ',
  NotIn: ' notin ',
};

function formatRequirement({ key, operator, values }: Requirement): string {
  if (operator === 'Exists') return key;
  if (operator === 'DoesNotExist') return `!${key}`;
  const list = [...values].sort().join(',');
  return `${key}${SIGNS[operator]}${operator === 'In' || operator === 'NotIn' ? `(${list})` : list}`;
}

/**
 * A selector as `kubectl` writes and reads it: `app=cart,tier in (a,b)`. By key, values sorted. Both
 * everything and nothing are the empty text (Selector.String in k8s.io/apimachinery/pkg/labels).
 */
export function formatSelector(selector: Selector): string {
  return selector === 'nothing' ? '' : selector.requirements.map(formatRequirement).join(',');
}
