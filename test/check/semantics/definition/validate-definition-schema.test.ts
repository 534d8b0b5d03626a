import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const definition = (field: JsonObject): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'backups.ops.example.com' },
  spec: {
    group: 'ops.example.com',
    names: { kind: 'Backup', plural: 'backups' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { metadata: { type: 'object' }, field } } },
      },
    ],
  },
});

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  text: definition({ type: 'string', enum: ['a', 'b'], default: 'a', pattern: '^[ab]$' }),
  either: definition({
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer' }, { type: 'string' }],
  }),
  list: definition({
    type: 'array',
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['name'],
    items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
  }),
  map: definition({
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'object', additionalProperties: { type: 'integer' } } },
    oneOf: [{ required: ['a'] }, { required: ['b'] }],
    default: { b: { c: 1 } },
    'x-kubernetes-validations': [
      { rule: 'has(self.a)', message: 'a!', reason: 'FieldValueRequired', fieldPath: '.a' },
    ],
  }),
  resource: definition({
    type: 'object',
    'x-kubernetes-embedded-resource': true,
    'x-kubernetes-preserve-unknown-fields': true,
  }),
};

const PATH = 'spec.versions.0.schema.openAPIV3Schema';
const FIELD = `${PATH}.properties.field`;
const SERVER = 'spec.validation.openAPIV3Schema';
const THERE = `${SERVER}.properties[field]`;

const each = (says: string, until133: string): ServerCase['says'] => ({
  '1.28': [until133],
  '1.33': [until133],
  '1.36': [says],
});

const CASES: readonly ServerCase[] = [
  {
    of: 'text',
    set: { [`${FIELD}.pattern`]: '(?!x)' },
    says: [
      `${THERE}.pattern: Invalid value: "(?!x)": must be a valid regular expression, but isn't: error parsing regexp: invalid or unsupported Perl syntax: \`(?!\``,
    ],
  },
  {
    of: 'text',
    set: { [`${FIELD}.anyOf`]: [{ type: 'string', description: 'd', default: 'a' }] },
    says: [
      `${THERE}.anyOf[0].default: Forbidden: must be undefined to be structural`,
      `${THERE}.anyOf[0].description: Forbidden: must be empty to be structural`,
      `${THERE}.anyOf[0].type: Forbidden: must be empty to be structural`,
    ],
  },
  {
    of: 'text',
    set: { [`${FIELD}.type`]: 'text', [`${FIELD}.default`]: undefined },
    says: [
      `${THERE}.type: Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string"`,
    ],
  },
  {
    of: 'text',
    set: { [`${FIELD}.$ref`]: '#/x' },
    says: [`${THERE}.$ref: Forbidden: $ref is not supported`],
  },
  {
    of: 'text',
    set: { [`${FIELD}.$schema`]: 'x' },
    says: [`${SERVER}: Invalid value: "": OpenAPIV3Schema 'schema' is not supported`],
  },
  {
    of: 'text',
    set: { [`${PATH}.anyOf`]: [{ properties: { other: { minimum: 1 } } }] },
    says: [
      `${SERVER}.properties[other]: Required value: because it is defined in ${SERVER}.anyOf[0].properties[other]`,
    ],
  },
  {
    of: 'text',
    set: { [`${PATH}.properties.metadata.description`]: 'its name' },
    says: [
      `${SERVER}.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified`,
    ],
  },
  {
    of: 'text',
    set: { [`${PATH}.properties.metadata.example`]: [] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        `${SERVER}.properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified`,
      ],
    },
  },
  {
    of: 'text',
    set: { [`${PATH}.properties.metadata.properties`]: { name: { type: 'string', maxLength: 9 } } },
    says: [],
  },
  {
    of: 'text',
    set: { [`${PATH}.additionalProperties`]: { type: 'string' }, [`${PATH}.properties`]: undefined },
    says: [`${SERVER}.additionalProperties: Forbidden: must not be used at the root`],
  },
  {
    of: 'text',
    set: { [`${PATH}.enum`]: [], 'spec.versions.0.subresources': { status: {} }, [`${PATH}.type`]: 'array' },
    says: [
      `${SERVER}.items: Required value: must be specified`,
      `${SERVER}.type: Invalid value: "array": must be object at the root`,
      `${SERVER}.type: Invalid value: "array": only "object" is allowed as the type at the root of the schema if the status subresource is enabled`,
    ],
  },
  {
    of: 'either',
    set: { [`${FIELD}.x-kubernetes-preserve-unknown-fields`]: true },
    says: [
      `${THERE}.x-kubernetes-preserve-unknown-fields: Invalid value: true: must be false if x-kubernetes-int-or-string is true`,
    ],
  },
  {
    of: 'list',
    set: { [`${FIELD}.items.required`]: [], [`${FIELD}.uniqueItems`]: true },
    says: [
      `${THERE}.items.properties[name].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property`,
      `${THERE}.uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic`,
    ],
  },
  {
    of: 'list',
    set: { [`${FIELD}.x-kubernetes-list-map-keys`]: ['id', 'name', 'name'] },
    says: [
      `${THERE}.x-kubernetes-list-map-keys: Invalid value: ["id","name","name"]: entries must all be names of item properties`,
      `${THERE}.x-kubernetes-list-map-keys: Invalid value: ["id","name","name"]: must not contain duplicate entries`,
    ],
  },
  {
    of: 'list',
    set: { [`${FIELD}.items`]: undefined },
    says: [
      `${THERE}.items: Required value: must be specified`,
      `${THERE}.items: Required value: must have a schema if x-kubernetes-list-type is map`,
    ],
  },
  {
    of: 'map',
    set: { [`${FIELD}.default`]: { a: 'x', c: 'y' } },
    says: [`${THERE}.default: Invalid value: {"a":"x","c":"y"}: must not have unknown fields`],
  },
  {
    of: 'text',
    set: { [`${FIELD}.default`]: 1, [`${FIELD}.enum`]: [] },
    says: [`${THERE}.default: Invalid value: 1: in body must be of the type of its schema`],
  },
  {
    of: 'map',
    set: { [`${FIELD}.default`]: { b: { c: 'x' } } },
    says: [`${THERE}.default.b.c: Invalid value: "x": in body must be of the type of its schema`],
  },
  {
    of: 'map',
    set: { [`${FIELD}.additionalProperties`]: { type: 'string' } },
    says: [
      `${THERE}.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive`,
    ],
  },
  {
    of: 'map',
    set: { [`${FIELD}.x-kubernetes-validations.0`]: { rule: 'true', message: 'a\nb' } },
    says: each(
      `${THERE}.x-kubernetes-validations[0].message: Invalid value: "a\\nb": must not contain line breaks`,
      `${THERE}.x-kubernetes-validations[0].message: Invalid value: "a\\nb": message must not contain line breaks`,
    ),
  },
  {
    of: 'map',
    set: { [`${FIELD}.x-kubernetes-validations.0`]: { rule: 'true', fieldPath: '.c' } },
    says: each(
      `${THERE}.x-kubernetes-validations[0].fieldPath: Invalid value: ".c": must be a valid path`,
      `${THERE}.x-kubernetes-validations[0].fieldPath: Invalid value: ".c": fieldPath must be a valid path`,
    ),
  },
  {
    of: 'map',
    set: { [`${FIELD}.x-kubernetes-validations.0`]: { rule: 'true', fieldPath: ".b['x.y']" } },
    says: [],
  },
  {
    of: 'resource',
    set: { [`${FIELD}.x-kubernetes-preserve-unknown-fields`]: undefined },
    says: [
      `${THERE}.properties: Required value: must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields`,
    ],
  },
];

describe('the schema of a CustomResourceDefinition', () => {
  describeServerCases(OBJECTS, CASES);
});
