import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('config', {
  code: 'K241',
  name: 'config-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['ConfigMap', 'Secret'],
  summary: 'A ConfigMap or Secret that the API server refuses',
  explanation: `Keys become file names and variables: letters, digits, \`-\`, \`_\` and \`.\`, 253 characters at most. All values together have at
most 1 MiB, which is what etcd takes. A Secret of a type of Kubernetes' own holds the keys that this type is made of: \`tls.crt\`
and \`tls.key\`, or \`.dockerconfigjson\` with JSON in it.`,
  bad: [
    {
      title: 'a key with a space',
      manifests: `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data:
  log level: debug
`,
    },
    {
      title: 'a certificate without its key',
      manifests: `apiVersion: v1
kind: Secret
metadata: { name: web-tls, namespace: shop }
type: kubernetes.io/tls
stringData:
  tls.crt: '-----BEGIN CERTIFICATE-----'
`,
    },
  ],
  good: `apiVersion: v1
kind: Secret
metadata: { name: web-tls, namespace: shop }
type: kubernetes.io/tls
stringData:
  tls.crt: '-----BEGIN CERTIFICATE-----'
  tls.key: '-----BEGIN PRIVATE KEY-----'
`,
});
