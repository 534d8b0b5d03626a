import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';

const SOURCES = ['resourceClaimName', 'resourceClaimTemplateName'];

/** validatePodResourceClaims in pkg/apis/core/validation/validation.go: `spec.resourceClaims`, since 1.34. */
export function validatePodClaims({ spec, pod }: PodScope): void {
  if (!spec.has('resourceClaims') || !hasPodFeature(spec.validation, 'DynamicResourceAllocation')) return;
  const isMirror = pod?.textMap('annotations').has('kubernetes.io/config.mirror') ?? false;
  const names = new Set<string>();
  for (const claim of spec.in('scheduling').objects('resourceClaims')) {
    if (isMirror) claim.forbidden([], 'static pods do not support resource claims', { field: '' });
    else validateClaim(claim, names);
  }
}

function validateClaim(claim: ObjectView, names: Set<string>): void {
  const name = claim.text('name');
  if (name === '') claim.required('name');
  else if (names.has(name)) claim.duplicate('name');
  else claim.allInvalid('name', dns1123LabelErrors(name));
  names.add(name);
  const given = SOURCES.filter((field) => claim.has(field));
  if (given.length > 1) {
    claim.invalid([], 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified');
  }
  if (given.length === 0) {
    claim.invalid([], 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`');
  }
  for (const field of given) claim.allInvalid(field, dns1123SubdomainErrors(claim.text(field)));
}
