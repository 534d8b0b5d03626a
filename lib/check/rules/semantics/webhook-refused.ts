import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('webhook', {
  code: 'K272',
  name: 'webhook-refused',
  group: 'semantics',
  severity: 'error',
  kinds: [
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  ],
  summary: 'A webhook configuration that the API server refuses',
  explanation: `A webhook has a name with a domain of at least two parts, says that it has no side effects (\`None\`, or \`NoneOnDryRun\`), and is
called either at a URL with https or at a Service. \`*\` among operations, groups or resources stands alone.`,
  bad: [
    {
      title: 'a name without a domain',
      manifests: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: images }
webhooks:
  - name: images
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig: { url: 'https://policy.example.com/images' }
    rules:
      - { operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }
`,
    },
    {
      title: 'side effects that nobody knows',
      manifests: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: images }
webhooks:
  - name: images.example.com
    admissionReviewVersions: [v1]
    sideEffects: Unknown
    clientConfig: { url: 'https://policy.example.com/images' }
    rules:
      - { operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }
`,
    },
    {
      title: 'all, and one more',
      manifests: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: images }
webhooks:
  - name: images.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig: { url: 'https://policy.example.com/images' }
    rules:
      - { operations: ['*', CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }
`,
    },
  ],
  good: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: images }
webhooks:
  - name: images.example.com
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig: { url: 'https://policy.example.com/images' }
    rules:
      - { operations: [CREATE, UPDATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }
`,
});
