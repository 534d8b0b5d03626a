import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const PROPERTIES = 'spec.versions.0.schema.openAPIV3Schema.properties';

const version = (name: string, storage: boolean, spec: JsonObject): JsonObject => ({
  name,
  served: true,
  storage,
  schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
});

const definition = (versions: readonly JsonObject[]): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'backups.ops.example.com' },
  spec: {
    group: 'ops.example.com',
    names: { kind: 'Backup', plural: 'backups' },
    scope: 'Namespaced',
    versions,
  },
});

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  one: definition([
    {
      ...version('v1', true, { type: 'object', properties: { size: { type: 'integer', default: 1 } } }),
      subresources: {
        status: {},
        scale: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' },
      },
      additionalPrinterColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }],
    },
  ]),
  two: definition([
    version('v1', true, { type: 'string' }),
    { ...version('v1beta1', false, { type: 'integer' }), deprecated: true, deprecationWarning: 'use v1' },
  ]),
};

const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const CONVERSION = 'spec.conversion';

const CASES: readonly ServerCase[] = [
  {
    of: 'one',
    set: { 'metadata.name': 'Backup' },
    says: [
      `metadata.name: Invalid value: "Backup": ${SUBDOMAIN}`,
      'metadata.name: Invalid value: "Backup": must be spec.names.plural+"."+spec.group',
    ],
  },
  {
    of: 'one',
    set: { 'metadata.name': 'backups.ops', 'spec.group': 'ops' },
    says: ['spec.group: Invalid value: "ops": should be a domain with at least one dot'],
  },
  {
    of: 'one',
    set: { 'metadata.name': 'backups.ops.k8s.io', 'spec.group': 'ops.k8s.io' },
    says: [
      'metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation "api-approved.kubernetes.io", see https://github.com/kubernetes/enhancements/pull/1111',
    ],
  },
  {
    of: 'one',
    set: {
      'metadata.name': 'backups.ops.k8s.io',
      'spec.group': 'ops.k8s.io',
      'metadata.annotations': { 'api-approved.kubernetes.io': 'unapproved, a test' },
    },
    says: [],
  },
  {
    of: 'one',
    set: {
      'metadata.name': 'backups.ops.k8s.io',
      'spec.group': 'ops.k8s.io',
      'metadata.annotations': { 'api-approved.kubernetes.io': 'yes' },
    },
    says: [
      'metadata.annotations[api-approved.kubernetes.io]: Invalid value: "yes": protected groups must have approval annotation "api-approved.kubernetes.io" with either a URL or a reason starting with "unapproved", see https://github.com/kubernetes/enhancements/pull/1111',
    ],
  },
  {
    of: 'one',
    set: { 'spec.scope': 'Global' },
    says: ['spec.scope: Unsupported value: "Global": supported values: "Cluster", "Namespaced"'],
  },
  {
    of: 'one',
    set: { 'spec.names.shortNames': ['B'], 'spec.names.categories': ['all', 'x_y'] },
    says: [
      `spec.names.categories[1]: Invalid value: "x_y": ${LABEL}`,
      `spec.names.shortNames[0]: Invalid value: "B": ${LABEL}`,
    ],
  },
  {
    of: 'one',
    set: { 'spec.names.listKind': 'Backup' },
    says: ['spec.names.listKind: Invalid value: "Backup": kind and listKind may not be the same'],
  },
  {
    of: 'one',
    set: { 'spec.versions.0.deprecationWarning': 'old' },
    says: [
      'spec.versions[0].deprecationWarning: Invalid value: "old": can only be set for deprecated versions',
    ],
  },
  {
    of: 'one',
    set: { 'spec.versions.0.schema': undefined },
    says: {
      '1.28': ['spec.versions[0].schema.openAPIV3Schema: Required value: schemas are required'],
      '1.33': ['spec.versions[0].schema.openAPIV3Schema: Required value: schemas are required'],
      '1.36': ['spec.versions[0].schema.openAPIV3Schema: Required value'],
    },
  },
  {
    of: 'one',
    set: { 'spec.versions.0.additionalPrinterColumns.0': { name: 'a', type: 'text', jsonPath: 'spec' } },
    says: [
      'spec.additionalPrinterColumns[0].JSONPath: Invalid value: "spec": must be a simple json path starting with .',
      'spec.additionalPrinterColumns[0].type: Invalid value: "text": must be one of boolean,date,integer,number,string',
    ],
  },
  {
    of: 'one',
    set: { 'spec.versions.0.subresources.scale.specReplicasPath': '.status.size' },
    says: [
      'spec.subresources.scale.specReplicasPath: Invalid value: ".status.size": should be a json path under .spec',
    ],
  },
  {
    of: 'one',
    set: { [CONVERSION]: { strategy: 'Webhook' } },
    says: [
      'spec.conversion.conversionReviewVersions: Required value',
      'spec.conversion.webhookClientConfig: Required value: required when strategy is set to Webhook',
    ],
  },
  {
    of: 'one',
    set: {
      [CONVERSION]: {
        strategy: 'Webhook',
        webhook: { conversionReviewVersions: ['v2'], clientConfig: { url: 'http://x' } },
      },
    },
    says: [
      'spec.conversion.conversionReviewVersions: Invalid value: ["v2"]: must include at least one of v1, v1beta1',
      'spec.conversion.webhookClientConfig.url: Invalid value: "http": \'https\' is the only allowed URL scheme; desired format: https://host[/path]',
    ],
  },
  {
    of: 'one',
    set: { [CONVERSION]: { strategy: 'None', webhook: { conversionReviewVersions: ['v1'] } } },
    says: [
      'spec.conversion.conversionReviewVersions: Forbidden: should not be set when strategy is not set to Webhook',
    ],
  },
  // What versions have the same of stands elsewhere than what they have each.
  {
    of: 'one',
    set: { [`${PROPERTIES}.spec.type`]: undefined },
    says: [
      'spec.validation.openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields',
    ],
  },
  {
    of: 'two',
    set: { [`${PROPERTIES}.spec.type`]: undefined },
    says: [
      'spec.versions[0].schema.openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields',
    ],
  },
  {
    of: 'one',
    set: { 'spec.versions.0.schema.openAPIV3Schema.nullable': true, 'spec.versions.0.subresources': {} },
    says: ['spec.validation.openAPIV3Schema.nullable: Forbidden: nullable cannot be true at the root'],
  },
  {
    of: 'one',
    set: { 'spec.versions.0.selectableFields': [{ jsonPath: '.spec.size' }, { jsonPath: '.spec.name' }] },
    says: {
      '1.28': [],
      '1.33': [
        'spec.selectableFields[1].jsonPath: Invalid value: ".spec.name": is an invalid path: does not refer to a valid field',
      ],
      '1.36': [
        'spec.selectableFields[1].jsonPath: Invalid value: ".spec.name": is an invalid path: does not refer to a valid field',
      ],
    },
  },
];

describe('the fields of a CustomResourceDefinition', () => {
  describeServerCases(OBJECTS, CASES);
});
