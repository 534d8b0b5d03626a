import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { pullSecretExample } from './pods/pull-secret-example';
import { pullSecrets } from './pods/pull-secrets';

const CODE = 'K311';

export default defineRule({
  code: CODE,
  name: 'pull-secret-missing',
  group: 'references',
  severity: 'warning',
  kinds: [...WORKLOAD_KINDS, 'ServiceAccount'],
  reads: ['Secret', ...RBAC_KINDS],
  summary: 'A pod or ServiceAccount that names a pull secret which is not there',
  explanation: `The kubelet warns of a pull secret that it does not find and pulls all the same, without these credentials. From a
registry that asks for them the image does not come, and the pod stays in ImagePullBackOff; from one that asks for none, or on a node
that has credentials of its own, it starts. That is why this is a warning.

Where something else makes the Secret in this namespace, declare it in \`external\`.`,
  bad: [
    { title: 'of a pod', manifests: pullSecretExample({ named: 'regcert' }) },
    {
      title: 'of a ServiceAccount',
      manifests: pullSecretExample({ named: 'regcert', by: 'ServiceAccount' }),
    },
  ],
  good: [
    { title: 'of a pod', manifests: pullSecretExample({}) },
    { title: 'of a ServiceAccount', manifests: pullSecretExample({ by: 'ServiceAccount' }) },
  ],
  check(entry, context) {
    for (const { name, path } of pullSecrets(entry.object)) {
      reportMissing(
        {
          code: CODE,
          from: entry,
          path,
          verb: 'pulls images with',
          target: { group: '', kind: 'Secret', namespace: entry.namespace, name },
          consequences: [
            // getPullSecretsForPod, pkg/kubelet/kubelet_pods.go
            `FailedToRetrieveImagePullSecret: Unable to retrieve some image pull secrets (${name}); attempting to pull the image may not succeed.`,
            'from a registry that asks for credentials the pod stays in ImagePullBackOff',
          ],
          ownNamespaceOnly: 'pull secrets are taken from the own namespace',
        },
        context,
      );
    }
  },
});
