import { type ObjectView } from '../object-view';
import { validateClaimSpec } from './validate-claim-spec';

/** ValidatePersistentVolumeClaim in pkg/apis/core/validation/validation.go. */
export function validateClaim(claim: ObjectView): void {
  validateClaimSpec(claim.struct('spec'));
}
