import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('storage-class', {
  code: 'K233',
  name: 'storage-class-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['storage.k8s.io/StorageClass'],
  summary: 'A StorageClass that the API server refuses',
  explanation: `The provisioner is the name of a driver, as a domain or as a name with a domain before it. A class cannot recycle: \`Delete\` or
\`Retain\`.`,
  bad: [
    {
      title: 'a provisioner that is no name',
      manifests: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs csi
reclaimPolicy: Retain
`,
    },
  ],
  good: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
reclaimPolicy: Retain
`,
});
