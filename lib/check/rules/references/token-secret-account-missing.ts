import { objectField, textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K339';
const ANNOTATION = 'kubernetes.io/service-account.name';

export default defineRule({
  code: CODE,
  name: 'token-secret-account-missing',
  group: 'references',
  severity: 'error',
  kinds: ['Secret'],
  reads: ['ServiceAccount', ...RBAC_KINDS],
  summary: 'A token Secret of a ServiceAccount that is not there',
  explanation: `A Secret of the type \`kubernetes.io/service-account-token\` gets its token for the ServiceAccount that the annotation
\`${ANNOTATION}\` names, one of its own namespace. When that account does not exist, the token controller does not wait
for it: it deletes the Secret.`,
  bad: manifests('deployr'),
  good: manifests('deployer'),
  check(entry, context) {
    if (textField(entry.object, 'type') !== 'kubernetes.io/service-account-token') return;
    const name = textField(objectField(objectField(entry.object, 'metadata'), 'annotations'), ANNOTATION);
    if (name === undefined) return;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: jsonPointer('/metadata/annotations', ANNOTATION),
        verb: 'holds a token of',
        target: { group: '', kind: 'ServiceAccount', namespace: entry.namespace, name },
        // syncSecret, pkg/controller/serviceaccount/tokens_controller.go
        consequences: ['the API server accepts the Secret, and the token controller deletes it'],
        ownNamespaceOnly: 'a token is of an account of its own namespace',
      },
      context,
    );
  },
});

function manifests(account: string): string {
  return `apiVersion: v1
kind: Secret
metadata:
  name: deployer-token
  namespace: shop
  annotations:
    ${ANNOTATION}: ${account}
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: deployer
  namespace: shop
`;
}
