import { textField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { reportMissing } from './lookup/missing-reference';

const CODE = 'K314';

export default defineRule({
  code: CODE,
  name: 'runtime-class-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['node.k8s.io/RuntimeClass'],
  summary: 'A pod of a RuntimeClass which is not there',
  explanation: `Admission refuses a pod of a RuntimeClass that does not exist. A Deployment, a Job and the like are accepted all the
same; their pods are what is refused.

No cluster has one by default. A class that comes with the nodes, such as \`gvisor\` or \`nvidia\`, is declared in \`external\`.`,
  bad: manifests('gvisr'),
  good: [
    { title: 'one that is there', manifests: manifests('gvisor') },
    {
      title: 'one that comes with the nodes',
      manifests: manifests('nvidia'),
      external: { objects: [{ kind: 'node.k8s.io/RuntimeClass', name: 'nvidia', from: 'the GPU operator' }] },
    },
  ],
  check(entry, context) {
    const template = podTemplate(entry.object);
    const name = textField(template?.spec, 'runtimeClassName');
    if (template === undefined || name === undefined) return;
    // prepareObjects, plugin/pkg/admission/runtimeclass/admission.go
    const refusal = `pod rejected: RuntimeClass "${name}" not found`;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: `${template.specPointer}/runtimeClassName`,
        verb: 'runs by',
        target: { group: 'node.k8s.io', kind: 'RuntimeClass', namespace: '', name },
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
  runtimeClassName: ${name}
  containers:
    - name: web
      image: example.com/web:1.0.0
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: gvisor
handler: runsc
`;
}
