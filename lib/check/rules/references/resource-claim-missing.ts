import { textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { reportMissing } from './lookup/missing-reference';
import { objectsIn } from './lookup/object-at';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K381';
const GROUP = 'resource.k8s.io';

export default defineRule({
  code: CODE,
  name: 'resource-claim-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: [`${GROUP}/ResourceClaim`, `${GROUP}/ResourceClaimTemplate`, ...RBAC_KINDS],
  summary: 'A pod that asks for a ResourceClaim or ResourceClaimTemplate which is not there',
  explanation: `A pod gets devices by a ResourceClaim that it names (\`resourceClaimName\`), or by one that a controller makes for each pod of the
ResourceClaimTemplate that it names. Both are looked for in the pod's own namespace. The scheduler puts no pod on a node before its
claims are there: it stays Pending.`,
  bad: [
    { title: 'a claim', manifests: pod('resourceClaimName: gpu-shard') + claim('ResourceClaim') },
    {
      title: 'a template',
      manifests: pod('resourceClaimTemplateName: gpus') + claim('ResourceClaimTemplate'),
    },
  ],
  good: [
    { title: 'a claim', manifests: pod('resourceClaimName: gpu-shared') + claim('ResourceClaim') },
    {
      title: 'a template',
      manifests: pod('resourceClaimTemplateName: gpu') + claim('ResourceClaimTemplate'),
    },
  ],
  check(entry, context) {
    const template = podTemplate(entry.object);
    for (const [index, asked] of objectsIn(template?.spec, 'resourceClaims').entries()) {
      const claimName = textField(asked, 'resourceClaimName');
      const name = claimName ?? textField(asked, 'resourceClaimTemplateName');
      if (template === undefined || name === undefined) continue;
      const kind = claimName === undefined ? 'ResourceClaimTemplate' : 'ResourceClaim';
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: jsonPointer(
            template.specPointer,
            'resourceClaims',
            index,
            kind === 'ResourceClaim' ? 'resourceClaimName' : 'resourceClaimTemplateName',
          ),
          verb: 'asks for',
          target: { group: GROUP, kind, namespace: entry.namespace, name },
          // PreEnqueue of dynamicresources, pkg/scheduler/framework/plugins; handleClaim, pkg/controller/resourceclaim
          consequences: [
            kind === 'ResourceClaim'
              ? 'the pod stays Pending, and no event tells why: the scheduler waits for the claim'
              : `the pod stays Pending: FailedResourceClaimCreation, resource claim template "${name}" not found`,
          ],
          ownNamespaceOnly: `a pod takes each ${kind} from its own namespace`,
        },
        context,
      );
    }
  },
});

function pod(asked: string): string {
  return webWorkload({ kind: 'Pod', container: 'resources: { claims: [{ name: gpu }] }' }).replace(
    '  containers:',
    `  resourceClaims:\n    - name: gpu\n      ${asked}\n  containers:`,
  );
}

function claim(kind: 'ResourceClaim' | 'ResourceClaimTemplate'): string {
  const devices = 'devices: { requests: [{ name: gpu, exactly: { deviceClassName: gpu.example.com } }] }';
  return `apiVersion: resource.k8s.io/v1
kind: ${kind}
metadata:
  name: ${kind === 'ResourceClaim' ? 'gpu-shared' : 'gpu'}
  namespace: shop
spec:
  ${kind === 'ResourceClaim' ? devices : `spec:\n    ${devices}`}
---
`;
}
