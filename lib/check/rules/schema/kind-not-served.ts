import { schemaRule } from './pass/schema-rule';

export default schemaRule('kind-not-served', {
  code: 'K111',
  name: 'kind-not-served',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A kind that the target version does not serve, not yet or no longer',
  explanation: `Kubernetes removes API versions some releases after it has deprecated them, and new ones come with each release. The API
server of another version answers that it has no such resource. What replaces a removed one is in the deprecated API migration
guide of kubernetes.io; the objects that are stored are converted, but manifests have to be changed by hand.`,
  bad: [
    {
      title: 'one that is gone',
      manifests: `apiVersion: storage.k8s.io/v1beta1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
`,
    },
    {
      title: 'one that is to come',
      manifests: `apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata: { name: more }
spec: { cidrs: [10.90.0.0/16] }
`,
      target: '1.31',
    },
  ],
  good: [
    `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
`,
    {
      manifests: `apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata: { name: more }
spec: { cidrs: [10.90.0.0/16] }
`,
      target: '1.33',
    },
  ],
});
