import { type ObjectView } from '../object-view';

/**
 * ValidateLeaseSpec in pkg/apis/coordination/validation/validation.go. `strategy` and `preferredHolder` are behind a feature gate that is
 * off, and dropped.
 */
export function validateLease(lease: ObjectView): void {
  const spec = lease.struct('spec');
  const duration = spec.optionalNumber('leaseDurationSeconds');
  if (duration !== undefined && duration <= 0) {
    spec.invalid('leaseDurationSeconds', 'must be greater than 0');
  }
  const transitions = spec.optionalNumber('leaseTransitions');
  if (transitions !== undefined && transitions < 0) {
    spec.invalid('leaseTransitions', 'must be greater than or equal to 0');
  }
}
