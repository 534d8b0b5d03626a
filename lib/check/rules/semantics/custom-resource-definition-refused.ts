import { semanticsRule } from './pass/semantics-rule';

const definition = (schema: string, rest = ''): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: ${schema}
${rest}`;

export default semanticsRule('custom-resource-definition', {
  code: 'K273',
  name: 'custom-resource-definition-refused',
  group: 'semantics',
  severity: 'error',
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
  summary: 'A CustomResourceDefinition that the API server refuses',
  explanation: `The object is named after its plural and its group, \`widgets.example.com\`. Exactly one version is the stored one. Each version has a
structural schema: every field, item and value has a \`type\`, unless it is int-or-string or keeps what is unknown; \`allOf\`, \`anyOf\`, \`oneOf\` and
\`not\` constrain fields that are described outside of them, and describe none; \`metadata\` is left to Kubernetes. A list of the type \`map\` has keys that are
required or have a default, and a default is of its own schema. What the server names \`spec.validation\` is the schema that all versions share.`,
  bad: [
    {
      title: 'a field without a type',
      manifests: definition('{ type: object, properties: { size: { minimum: 1 } } }'),
    },
    {
      title: 'a list without its items',
      manifests: definition('{ type: object, properties: { sizes: { type: array } } }'),
    },
    {
      title: 'two versions that are stored',
      manifests: definition(
        '{ type: object }',
        '    - { name: v2, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }\n',
      ),
    },
  ],
  good: definition(
    '{ type: object, properties: { sizes: { type: array, items: { type: integer, minimum: 1 } } } }',
  ),
});
