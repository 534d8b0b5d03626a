import { schemaRule } from './pass/schema-rule';

export default schemaRule('unlisted-value', {
  code: 'K104',
  name: 'unlisted-value',
  group: 'schema',
  severity: 'error',
  kinds: ['*'],
  summary: 'A value that is not one of those the field takes',
  explanation: `Some fields take one of a few words. The API server compares them exactly, upper and lower case told apart, and refuses
others. The list is that of the target version: a value may come with a later one.`,
  bad: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
volumeBindingMode: waitForFirstConsumer
`,
  good: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
volumeBindingMode: WaitForFirstConsumer
`,
});
