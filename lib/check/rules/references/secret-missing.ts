import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { configExample } from './pods/config-example';
import { reportMissingObjects } from './pods/report-missing-objects';

const CODE = 'K307';

export default defineRule({
  code: CODE,
  name: 'secret-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['Secret', 'Service', 'networking.k8s.io/Ingress', ...RBAC_KINDS],
  summary: 'A pod that takes variables or files from a Secret which is not there',
  explanation: `The API server accepts any name. A variable from a Secret that does not exist keeps its container in
CreateContainerConfigError; a volume keeps the whole pod in ContainerCreating. Both go on as soon as the Secret is there.

Fields with \`optional: true\` are not looked at. What custom resources ask their operators for counts as there: SealedSecret,
ExternalSecret, SecretProviderClass, Certificate and the annotations of cert-manager, SopsSecret, the Vault, 1Password, Doppler and
Infisical operators, the generators of a kustomization, \`writeConnectionSecretToRef\` of any kind, and more. So does a name that begins
with that of another custom resource of the namespace. Where a program of the set may create Secrets, or is given the name as an
argument, it is a warning.

Where something else makes the Secret, declare it in \`external\`.`,
  bad: [
    { title: 'variables', manifests: configExample({ kind: 'Secret', by: 'env', named: 'web-confg' }) },
    { title: 'a volume', manifests: configExample({ kind: 'Secret', by: 'volume', named: 'web-confg' }) },
  ],
  good: [
    { title: 'variables', manifests: configExample({ kind: 'Secret', by: 'env' }) },
    { title: 'a volume', manifests: configExample({ kind: 'Secret', by: 'volume' }) },
    {
      title: 'made by an operator',
      manifests: `${configExample({ kind: 'Secret', by: 'volume', named: 'web-tls', isElsewhere: true })}---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
  namespace: shop
spec:
  secretName: web-tls
  dnsNames: [shop.example.com]
  issuerRef: { name: internal }
`,
      external: {
        resources: [
          { group: 'cert-manager.io', resource: 'certificates', kind: 'Certificate', namespaced: true },
        ],
      },
    },
    {
      title: 'declared to be made by something else',
      manifests: configExample({ kind: 'Secret', by: 'envFrom', named: 'shared', isElsewhere: true }),
      external: { objects: [{ kind: 'Secret', namespace: 'shop', from: 'the vault operator' }] },
    },
  ],
  check(entry, context) {
    reportMissingObjects(CODE, 'Secret', entry, context);
  },
});
