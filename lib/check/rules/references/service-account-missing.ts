import { textField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K310';

export default defineRule({
  code: CODE,
  name: 'service-account-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['ServiceAccount', ...RBAC_KINDS],
  summary: 'A pod that runs as a ServiceAccount which is not there',
  explanation: `Admission refuses a pod whose ServiceAccount does not exist in its namespace. A Deployment, a Job and the like are
accepted all the same; their pods are what is refused, and only events say why.

Every namespace has \`default\`. An account that something else makes is declared in \`external\`.`,
  bad: manifests('wep'),
  good: [
    { title: 'one that is there', manifests: manifests('web') },
    { title: 'that of every namespace', manifests: manifests('default').split('---')[0] ?? '' },
  ],
  check(entry, context) {
    const template = podTemplate(entry.object);
    const { spec, specPointer } = template ?? {};
    // The older name counts only without the newer one (Convert_v1_PodSpec_To_core_PodSpec, pkg/apis/core/v1).
    const field =
      textField(spec, 'serviceAccountName') === undefined ? 'serviceAccount' : 'serviceAccountName';
    const name = textField(spec, field);
    if (name === undefined || specPointer === undefined) return;
    const { namespace } = entry;
    // serviceAccount.Admit, plugin/pkg/admission/serviceaccount/admission.go
    const refusal = `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found`;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: `${specPointer}/${field}`,
        verb: 'runs as',
        target: { group: '', kind: 'ServiceAccount', namespace, name },
        consequences: [
          entry.kind === 'Pod'
            ? `the API server refuses it: ${refusal}`
            : `the ${entry.kind} is accepted, but every pod is refused: FailedCreate, ${refusal}`,
        ],
        ownNamespaceOnly: 'a pod runs as one of its own namespace',
      },
      context,
    );
  },
});

function manifests(account: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      serviceAccountName: ${account}
      containers:
        - name: web
          image: example.com/web:1.0.0
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: shop
`;
}
