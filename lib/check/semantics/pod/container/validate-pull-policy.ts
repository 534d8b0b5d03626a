import { type ObjectView } from '../../object-view';

const POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** validatePullPolicy in pkg/apis/core/validation/validation.go; an empty one is defaulted by the tag. */
export function validatePullPolicy(owner: ObjectView, field: string): void {
  const policy = owner.text(field);
  if (policy !== '' && !POLICIES.includes(policy)) owner.notSupported(field, POLICIES);
}
