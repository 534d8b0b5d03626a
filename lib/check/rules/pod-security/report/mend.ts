import { type Violation } from '../../../pod-security/control';
import { containerNames } from '../../../pod-security/wording';

/** Whom violations are in, for help: ``the pod``, ``container `a` ``, ``the pod and containers `a`, `b` ``. */
export function whereInWords(violations: readonly Violation[]): string {
  const names = containerNames(violations).map((name) => `\`${name}\``);
  return [
    ...(violations.some(({ container }) => container === undefined) ? ['the pod'] : []),
    ...(names.length > 0 ? [`${names.length === 1 ? 'container' : 'containers'} ${names.join(', ')}`] : []),
  ].join(' and ');
}
