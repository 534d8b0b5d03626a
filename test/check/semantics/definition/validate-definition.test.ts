import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';
import { refusals } from '../refusals';

const version = (schema: JsonObject | undefined, rest: JsonObject = {}): JsonObject => ({
  name: 'v1',
  served: true,
  storage: true,
  ...(schema && { schema: { openAPIV3Schema: schema } }),
  ...rest,
});

function told(
  versions: readonly JsonObject[],
  rest: JsonObject = {},
  target: KubernetesVersion = '1.35',
): readonly string[] {
  const spec = {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', plural: 'widgets' },
    versions,
    ...rest,
  };
  const type = 'apiextensions.k8s.io/v1 CustomResourceDefinition';
  return refusals(type, { metadata: { name: 'widgets.example.com' }, spec }, target);
}

/** What is said of the field `spec` of the resources. */
const ofSpec = (schema: JsonObject, target?: KubernetesVersion): readonly string[] =>
  told([version({ type: 'object', properties: { spec: schema } })], {}, target).map((text) =>
    text.replace('spec.validation.openAPIV3Schema.properties[spec]', '_'),
  );

describe('a CustomResourceDefinition', () => {
  it('may be as rich as this', () => {
    const schema = {
      type: 'object',
      required: ['spec'],
      properties: {
        metadata: { type: 'object', properties: { name: { type: 'string', maxLength: 20 } } },
        spec: {
          type: 'object',
          properties: {
            port: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
            size: { type: 'integer', default: 1, minimum: 1 },
            labels: { type: 'object', additionalProperties: { type: 'string' } },
            items: {
              type: 'array',
              'x-kubernetes-list-type': 'map',
              'x-kubernetes-list-map-keys': ['name'],
              items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
            },
            template: {
              type: 'object',
              'x-kubernetes-embedded-resource': true,
              'x-kubernetes-preserve-unknown-fields': true,
            },
            a: { type: 'string' },
            b: { type: 'string', pattern: '^[a-z]+$' },
          },
          oneOf: [{ required: ['a'] }, { required: ['b'], properties: { b: { minLength: 1 } } }],
        },
      },
    };
    const columns = { additionalPrinterColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }] };
    const scale = { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' };
    expect(
      told([version(schema, { ...columns, subresources: { status: {}, scale } })], {
        conversion: {
          strategy: 'Webhook',
          webhook: {
            conversionReviewVersions: ['v1'],
            clientConfig: { service: { namespace: 'a', name: 'b' } },
          },
        },
      }),
    ).toEqual([]);
  });

  it('is named after its plural and group', () => {
    expect(told([version({ type: 'object' })], { group: 'acme.org' })).toEqual([
      'metadata.name: Invalid value: "widgets.example.com": must be spec.names.plural+"."+spec.group',
    ]);
  });

  it('has one version that is stored', () => {
    const schema = { type: 'object' };
    expect(told([version(schema, { storage: false })])).toEqual([
      expect.stringContaining('must have exactly one version marked as storage version'),
      'status.storedVersions: Invalid value: []: must have at least one stored version',
    ]);
    expect(told([version(schema), version(schema, { name: 'v2' })])).toEqual([
      expect.stringContaining('must have exactly one version marked as storage version'),
      'status.storedVersions: Invalid value: ["v1"]: must have the storage version v2',
    ]);
  });

  it('has a schema in each version, which is named by the version only where they differ', () => {
    expect(told([version(undefined)])).toEqual(['spec.versions[0].schema.openAPIV3Schema: Required value']);
    const bad = { type: 'object', properties: { spec: {} } };
    expect(told([version(bad), version(bad, { name: 'v2', storage: false })])).toEqual([
      'spec.validation.openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields',
    ]);
    expect(told([version({ type: 'object' }), version(bad, { name: 'v2', storage: false })])).toEqual([
      'spec.versions[1].schema.openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields',
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ type: 'array' }, '_.items: Required value: must be specified'],
    [{ type: 'text' }, '_.type: Unsupported value: "text": supported values: "array", "boolean"'],
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } },
      '_.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive',
    ],
    [
      { type: 'string', pattern: '(?!x)' },
      '_.pattern: Invalid value: "(?!x)": must be a valid regular expression',
    ],
    [
      { type: 'object', allOf: [{ type: 'object' }] },
      '_.allOf[0].type: Forbidden: must be empty to be structural',
    ],
    [{ type: 'integer', default: 'one' }, '_.default: Invalid value: "one"'],
    [{ type: 'string', uniqueItems: true }, '_.uniqueItems: Forbidden: uniqueItems cannot be set to true'],
    [
      {
        type: 'array',
        items: { type: 'object', properties: { a: { type: 'string' } } },
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['a'],
      },
      '_.items.properties[a].default: Required value: this property is in x-kubernetes-list-map-keys',
    ],
    [
      { type: 'object', 'x-kubernetes-validations': [{ rule: '' }] },
      '_.x-kubernetes-validations[0].rule: Required value: rule is not specified',
    ],
  ])('has no field of the schema %j', (schema, message) => {
    expect(ofSpec(schema)).toEqual([expect.stringContaining(message)]);
  });

  it('lets clauses speak of what is described outside of them', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'object' } },
      anyOf: [{ properties: { b: {} } }],
    };
    expect(told([version(schema)])).toEqual([
      'spec.validation.openAPIV3Schema.properties[b]: Required value: because it is defined in spec.validation.openAPIV3Schema.anyOf[0].properties[b]',
    ]);
  });

  it('leaves metadata to Kubernetes', () => {
    const metadata = { type: 'object', properties: { labels: { type: 'object' } } };
    expect(told([version({ type: 'object', properties: { metadata } })])).toEqual([
      expect.stringContaining('.properties[metadata]: Forbidden: must not specify anything other than name'),
    ]);
  });

  it('selects by fields that there are, since 1.31', () => {
    const schema = {
      type: 'object',
      properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } },
    };
    const selecting = (jsonPath: string, target: KubernetesVersion): readonly string[] =>
      told([version(schema, { selectableFields: [{ jsonPath }] })], {}, target);
    expect(selecting('.spec.a', '1.35')).toEqual([]);
    expect(selecting('.spec.b', '1.35')).toEqual([expect.stringContaining('is an invalid path')]);
    expect(selecting('.spec.b', '1.30')).toEqual([]);
  });

  it('has names of its own, and a conversion that knows a version', () => {
    expect(
      told([version({ type: 'object' })], {
        names: { kind: 'Widget', plural: 'widgets', listKind: 'Widget', shortNames: ['W'] },
        conversion: { strategy: 'Webhook', webhook: { conversionReviewVersions: ['v2'] } },
      }),
    ).toEqual([
      expect.stringContaining('spec.names.shortNames[0]: Invalid value: "W"'),
      'spec.names.listKind: Invalid value: "Widget": kind and listKind may not be the same',
      'spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook',
      'spec.conversion.conversionReviewVersions: Invalid value: ["v2"]: must include at least one of v1, v1beta1',
    ]);
  });
});
