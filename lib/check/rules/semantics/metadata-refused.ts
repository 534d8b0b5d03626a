import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('metadata', {
  code: 'K201',
  name: 'metadata-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['*'],
  summary: 'An object whose name, labels, annotations, finalizers or owners the API server refuses',
  explanation: `Names are DNS subdomains, and stricter for some kinds: a Service's and a Namespace's is a single DNS label of 63 characters, a
CronJob's has 52 at most. Keys of labels and annotations are a name of 63 characters, perhaps with a DNS subdomain and \`/\` before it; a
label's value has 63 characters of letters, digits, \`-\`, \`_\` and \`.\`, an annotation's is any text.`,
  bad: [
    {
      title: 'a name in capitals',
      manifests: `apiVersion: v1
kind: ConfigMap
metadata: { name: Settings }
`,
    },
    {
      title: 'a label with a space',
      manifests: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels: { team: team a }
`,
    },
    {
      title: 'no name',
      manifests: `apiVersion: v1
kind: ConfigMap
metadata:
  labels: { app: shop }
`,
    },
  ],
  good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels: { team: team-a }
`,
});
