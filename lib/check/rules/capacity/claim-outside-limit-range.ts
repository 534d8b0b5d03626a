import { type Claim, CLAIM_KINDS, claimsOf } from '../../capacity/claims';
import { claimViolations, type LimitViolation } from '../../capacity/limit-range/limit-violations';
import { limitingRanges, namespaceLimits } from '../../capacity/limit-range/namespace-limits';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

export default defineRule({
  code: 'K414',
  name: 'claim-outside-limit-range',
  group: 'capacity',
  severity: 'error',
  kinds: CLAIM_KINDS,
  reads: ['LimitRange'],
  summary: 'Claims that ask for less or more storage than a LimitRange of their namespace permits',
  explanation: `A LimitRange of type \`PersistentVolumeClaim\` bounds the storage that one claim may ask for. Admission refuses every
claim outside of these bounds; there are no defaults for claims.

The claim templates of a StatefulSet and the ephemeral volumes of pods make claims too. The workload is accepted all the
same, and no pod of it comes: a StatefulSet makes the claims first, and an ephemeral volume waits for its own.`,
  bad: manifests('100Gi'),
  good: manifests('50Gi'),
  check(entry, context) {
    const limitRanges = context.once(namespaceLimits).get(entry.namespace);
    if (limitRanges === undefined) return;
    for (const claim of claimsOf(entry)) {
      for (const limitRange of limitingRanges(limitRanges)) {
        const violations = claimViolations(limitRange.items, claim.requests);
        const [first] = violations;
        if (first === undefined) continue;
        const isClaim = claim.per === 'object';
        context.report({
          object: entry,
          path: `${claim.pointer}/spec/resources/requests${first.observed === undefined ? '' : `/${first.resource}`}`,
          title: `${subject(claim, objectTitle(entry))} ${first.bound === 'min' ? 'asks for less than' : 'asks for more than'} the LimitRange \`${limitRange.entry.name}\` permits`,
          label: violations.map(amount).join('\n'),
          others: [
            {
              entry: limitRange.entry,
              path: `/spec/limits/${first.item.index}/${first.bound}/${first.resource}`,
              label: violations.map(boundInWords).join('\n'),
            },
          ],
          notes: [
            `${isClaim ? 'the API server refuses it' : `the ${entry.kind} is accepted, but every such claim is refused`}:\n${violations
              .map(({ message }) => `"${message}"`)
              .join('\n')}`,
          ],
          help: violations.map(help),
        });
      }
    }
  },
});

function subject({ per, name }: Claim, owner: string): string {
  switch (per) {
    case 'object':
      return owner;
    case 'replica':
      return `claim template \`${name}\` of ${owner}`;
    case 'pod':
      return `ephemeral volume \`${name}\` of ${owner}`;
  }
}

function amount({ resource, observed }: LimitViolation): string {
  return observed === undefined
    ? `no request of ${resource}`
    : `requests.${resource} is ${observed.amount.toString()}`;
}

function boundInWords({ bound, resource, enforced }: LimitViolation): string {
  return `LimitRange, type PersistentVolumeClaim, ${bound} ${resource} ${enforced.toString()}`;
}

function help({ bound, resource, enforced, observed }: LimitViolation): string {
  const change = bound === 'min' ? 'raise' : 'lower';
  return observed === undefined
    ? `write a request of ${resource}: ${enforced.toString()}`
    : `${change} the request to ${enforced.toString()}, or ${bound === 'min' ? 'lower' : 'raise'} the LimitRange's ${bound} to ${observed.amount.toString()}`;
}

function manifests(storage: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: claims
  namespace: team-a
spec:
  limits:
    - type: PersistentVolumeClaim
      min:
        storage: 1Gi
      max:
        storage: 50Gi
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: team-a
spec:
  accessModes:
    - ReadWriteOnce
  storageClassName: standard
  resources:
    requests:
      storage: ${storage}
`;
}
