import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { nearbyWordsOf } from '../../../nearby-words-of';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';

/** validateResourceClaimNames in pkg/apis/core/validation/validation.go: `resources.claims` of a container. */
export function validateClaimNames(resources: ObjectView, { claims }: PodScope): void {
  if (!resources.has('claims') || !hasPodFeature(resources.validation, 'DynamicResourceAllocation')) return;
  const seen = new Set<string>();
  resources.objects('claims').forEach((claim, index) => {
    const steps = ['claims', index];
    const name = claim.text('name');
    if (name === '') {
      resources.required(steps, '', { at: [...steps, 'name'] });
      return;
    }
    validateRepetition(claim, name, seen);
    if (!claims.has(name)) {
      const known = [...claims].sort();
      const of = known.length === 0 ? ' which is empty' : `: ${known.join(', ')}`;
      const near = nearbyWordsOf(claims).suggest(name);
      resources.notFound(steps, `must be one of the names in pod.spec.resourceClaims${of}`, {
        value: name,
        at: [...steps, 'name'],
        ...(near.length > 0 && { help: `did you mean ${near.map((each) => `\`${each}\``).join(' or ')}?` }),
      });
    }
  });
}

/** A claim as a whole, or some of its requests, each once. */
function validateRepetition(claim: ObjectView, name: string, seen: Set<string>): void {
  const request = claim.text('request');
  if (seen.has(name)) {
    claim.duplicate([], { value: name });
    return;
  }
  if (request !== '') claim.allInvalid('request', dns1123LabelErrors(request));
  const key = request === '' ? name : `${name}/${request}`;
  if (seen.has(key)) claim.duplicate([], { value: key });
  else if (request === '' && [...seen].some((each) => each.startsWith(`${name}/`))) {
    claim.duplicate([], { value: name });
  }
  seen.add(key);
}
