import { schemaRule } from './pass/schema-rule';

export default schemaRule('kind-off-by-default', {
  code: 'K113',
  name: 'kind-off-by-default',
  group: 'schema',
  severity: 'warning',
  kinds: ['*'],
  summary: 'An alpha or beta API, which clusters do not serve unless it was switched on',
  explanation: `Since Kubernetes 1.24, new beta APIs are off by default, as alpha ones always were. The API server answers that it has no
such resource, unless it was started with \`--runtime-config\`; most hosted clusters do not offer that. Such an API may change
or go with any release.`,
  bad: `apiVersion: resource.k8s.io/v1beta2
kind: DeviceClass
metadata: { name: gpu }
spec: {}
`,
  good: `apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata: { name: gpu }
spec: {}
`,
});
