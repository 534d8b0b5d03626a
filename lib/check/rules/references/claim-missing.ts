import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { reportMissingObjects } from './pods/report-missing-objects';

const CODE = 'K309';

const CLAIM = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: web-data
  namespace: shop
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;

const STATEFUL_SET = `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: shop
spec:
  serviceName: db
  replicas: 2
  selector:
    matchLabels:
      app: db
  template:
    metadata:
      labels:
        app: db
    spec:
      containers:
        - name: db
          image: example.com/db:1.0.0
          volumeMounts:
            - name: data
              mountPath: /data
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
---
apiVersion: v1
kind: Service
metadata:
  name: db
  namespace: shop
spec:
  clusterIP: None
  selector:
    app: db
`;

export default defineRule({
  code: CODE,
  name: 'claim-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['PersistentVolumeClaim', ...RBAC_KINDS],
  summary: 'A pod that mounts a PersistentVolumeClaim which is not there',
  explanation: `The scheduler puts no pod on a node before its claims are there: it stays Pending. A claim is looked for in the pod's own
namespace, by its exact name.

The claims that a StatefulSet makes of its templates count as there (\`data-web-0\` of the template \`data\` and the StatefulSet \`web\`), and
so do those of a DataVolume. A name that begins with that of another custom resource of the namespace is left alone. Where something else
makes the claim, declare it in \`external\`.`,
  bad: `${pod('web-date')}${CLAIM}`,
  good: [
    { title: 'a claim', manifests: `${pod('web-data')}${CLAIM}` },
    { title: 'the claim of a StatefulSet', manifests: `${pod('data-db-1')}${STATEFUL_SET}` },
  ],
  check(entry, context) {
    reportMissingObjects(CODE, 'PersistentVolumeClaim', entry, context);
  },
});

function pod(claim: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: ${claim}
---
`;
}
