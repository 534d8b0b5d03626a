import { textField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { reportMissing } from './lookup/missing-reference';

const CODE = 'K313';

export default defineRule({
  code: CODE,
  name: 'priority-class-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['scheduling.k8s.io/PriorityClass'],
  summary: 'A pod of a PriorityClass which is not there',
  explanation: `Admission refuses a pod of a PriorityClass that does not exist. A Deployment, a Job and the like are accepted all the
same; their pods are what is refused.

Every cluster has \`system-cluster-critical\` and \`system-node-critical\`. A class that the platform brings along is declared in
\`external\`.`,
  bad: manifests('hihg'),
  good: [
    { title: 'one that is there', manifests: manifests('high') },
    { title: 'one that every cluster has', manifests: manifests('system-cluster-critical') },
  ],
  check(entry, context) {
    const template = podTemplate(entry.object);
    const name = textField(template?.spec, 'priorityClassName');
    if (template === undefined || name === undefined) return;
    // getPriorityClass, plugin/pkg/admission/priority/admission.go
    const refusal = `no PriorityClass with name ${name} was found`;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: `${template.specPointer}/priorityClassName`,
        verb: 'has the priority of',
        target: { group: 'scheduling.k8s.io', kind: 'PriorityClass', namespace: '', name },
        consequences: [
          entry.kind === 'Pod'
            ? `the API server refuses it: ${refusal}`
            : `the ${entry.kind} is accepted, but every pod is refused: FailedCreate, ${refusal}`,
        ],
      },
      context,
    );
  },
});

function manifests(name: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  priorityClassName: ${name}
  containers:
    - name: web
      image: example.com/web:1.0.0
---
apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata:
  name: high
value: 1000
`;
}
