import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('namespace', {
  code: 'K242',
  name: 'namespace-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['Namespace'],
  summary: 'A Namespace that the API server refuses',
  explanation: `Nearly everything about a Namespace is its metadata. \`spec.finalizers\` are names with a domain before them, or \`kubernetes\`, which
the server adds itself.`,
  bad: [
    {
      title: 'a finalizer without a domain',
      manifests: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
spec: { finalizers: [cleanup] }
`,
    },
  ],
  good: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
spec: { finalizers: [example.com/cleanup] }
`,
});
