import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('runtime-class', {
  code: 'K264',
  name: 'runtime-class-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['node.k8s.io/RuntimeClass'],
  summary: 'A RuntimeClass that the API server refuses',
  explanation: `\`handler\` is a DNS label of 63 characters: what the runtimes of the nodes are configured with, such as \`runsc\` or \`kata-qemu\`. \`overhead.podFixed\`
names resources that containers have. Each toleration is one of a pod, and stands there once.`,
  bad: [
    {
      title: 'a handler in capitals',
      manifests: `apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandboxed }
handler: Kata
`,
    },
    {
      title: 'an overhead of no resource',
      manifests: `apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandboxed }
handler: kata
overhead: { podFixed: { storage: 1Gi } }
`,
    },
  ],
  good: `apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandboxed }
handler: kata
overhead: { podFixed: { memory: 120Mi, cpu: 250m } }
`,
});
