import { namespaceLedgers } from '../../capacity/quota/namespace-ledgers';
import { defineRule } from '../../define-rule';
import { reportExceeded } from './quota/report-exceeded';

export default defineRule({
  code: 'K403',
  name: 'quota-exceeded-by-objects',
  group: 'capacity',
  severity: 'error',
  kinds: ['ResourceQuota'],
  reads: [
    'ConfigMap',
    'PersistentVolumeClaim',
    'Secret',
    'Service',
    'apps/StatefulSet',
    'storage.k8s.io/StorageClass',
  ],
  summary: 'Objects or claims that are more than a ResourceQuota of their namespace permits',
  explanation: `A quota may limit how many objects of a resource a namespace has (\`services\`, \`count/deployments.apps\`), the node ports
and load balancers of its Services, and the storage that its claims ask for, in all or of one class. The API server refuses
the object that goes beyond: \`kubectl apply\` ends half way, with the first objects applied.

Counted with the objects of the set are the claims that StatefulSets and ephemeral volumes make, the ReplicaSets of
Deployments, and what every namespace has: the ConfigMap \`kube-root-ca.crt\` and the ServiceAccount \`default\`.`,
  bad: manifests(1),
  good: manifests(2),
  checkSet(context) {
    for (const ledgers of context.once(namespaceLedgers)) {
      reportExceeded(ledgers, context, {
        isAbout: ({ subject }) => subject.kind !== 'pod',
        what: 'the objects of its namespace',
      });
    }
  },
});

function manifests(services: number): string {
  return `apiVersion: v1
kind: ResourceQuota
metadata:
  name: objects
  namespace: team-a
spec:
  hard:
    count/services: ${services}
---
apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: team-a
spec:
  type: ExternalName
  externalName: api.example.com
---
apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: team-a
spec:
  type: ExternalName
  externalName: db.example.com
`;
}
