import { type Dice, type Json, type JsonMap } from '../dice';
import { metadata } from './metadata';

/** A structural schema. */
function schema(d: Dice, depth = 0): JsonMap {
  const kinds = [
    'string',
    'integer',
    'number',
    'boolean',
    ...(depth < 3 ? ['object', 'object', 'array', 'map', 'union'] : []),
  ];
  const described = d.opt(
    { description: () => 'what it is', nullable: () => d.yes(), title: () => 'title' },
    0.1,
  );
  switch (d.of(kinds)) {
    case 'string':
      return {
        type: 'string',
        ...described,
        ...d.opt({
          minLength: () => 1,
          maxLength: () => 63,
          pattern: () => '^[a-z]+$',
          format: () => d.of(['date-time', 'byte', 'uuid', 'own']),
        }),
        ...(d.chance(0.2) && { enum: ['a', 'b'], ...d.opt({ default: () => 'a' }) }),
      };
    case 'integer':
      return {
        type: 'integer',
        ...described,
        ...d.opt({
          minimum: () => 0,
          maximum: () => 10,
          default: () => d.of([0, 5]),
          format: () => d.of(['int32', 'int64']),
          multipleOf: () => 5,
        }),
      };
    case 'number':
      return {
        type: 'number',
        ...described,
        ...d.opt({ minimum: () => 0.5, exclusiveMinimum: () => d.yes() }),
      };
    case 'boolean':
      return { type: 'boolean', ...described, ...d.opt({ default: () => d.yes() }) };
    case 'array':
      return {
        type: 'array',
        ...described,
        ...(d.chance(0.2)
          ? {
              items: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
              'x-kubernetes-list-type': 'map',
              'x-kubernetes-list-map-keys': ['name'],
            }
          : {
              items: schema(d, depth + 1),
              ...d.opt({ 'x-kubernetes-list-type': () => 'atomic', minItems: () => 0, maxItems: () => 10 }),
            }),
      };
    case 'map':
      return {
        type: 'object',
        ...described,
        additionalProperties: schema(d, depth + 1),
        ...d.opt({ maxProperties: () => 5 }),
      };
    case 'union':
      return d.pick<JsonMap>(
        { 'x-kubernetes-int-or-string': true },
        { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        { 'x-kubernetes-preserve-unknown-fields': true },
        {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          'x-kubernetes-preserve-unknown-fields': true,
        },
        {
          type: 'object',
          properties: { a: { type: 'string' }, b: { type: 'integer' } },
          oneOf: [{ required: ['a'] }, { required: ['b'] }],
        },
        { type: 'string', anyOf: [{ minLength: 1 }, { pattern: 'x' }], not: { enum: ['bad'] } },
      );
    default: {
      const names = d.sample(['spec', 'size', 'a-b', 'x.y', 'fooBar'], 0, 3);
      return {
        type: 'object',
        ...described,
        ...(names.length > 0 && {
          properties: Object.fromEntries(names.map((name) => [name, schema(d, depth + 1)])),
        }),
        ...(names.length > 0 && d.chance(0.3) && { required: d.sample(names, 1) }),
        ...d.opt({ 'x-kubernetes-map-type': () => d.of(['granular', 'atomic']) }, 0.05),
        ...(d.chance(0.05) && { 'x-kubernetes-validations': [{ rule: 'true', message: 'never' }] }),
      };
    }
  }
}

function version(d: Dice, name: string, storage: boolean): JsonMap {
  return {
    name,
    served: storage || d.yes(),
    storage,
    schema: {
      openAPIV3Schema: {
        type: 'object',
        properties: {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          metadata: { type: 'object' },
          spec: schema(d),
          ...(d.yes() && { status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }),
        },
      },
    },
    ...d.opt({
      subresources: () => ({
        ...d.opt({ status: () => ({}) }, 0.7),
        ...d.opt(
          { scale: () => ({ specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' }) },
          0.4,
        ),
      }),
      additionalPrinterColumns: () =>
        d.list(0, 2, (index) => ({
          name: `Col${index}`,
          type: d.of(['string', 'integer', 'date', 'number', 'boolean']),
          jsonPath: d.of(['.spec.size', '.metadata.creationTimestamp']),
          ...d.opt({
            priority: () => 1,
            format: () => d.of(['int32', 'date', 'byte']),
            description: () => 'x',
          }),
        })),
    }),
    ...(d.chance(0.1) && { deprecated: true, ...d.opt({ deprecationWarning: () => 'use another' }) }),
  };
}

export function customResourceDefinition(d: Dice): JsonMap {
  const plural = d.of(['widgets', 'crontabs', 'foos']);
  const group = d.of(['example.com', 'stable.example.com']);
  const versions = d.pick(['v1'], ['v1'], ['v1', 'v1beta1'], ['v1alpha1']);
  const conversion: Json = d.pick<Json>(
    { strategy: 'None' },
    {
      strategy: 'Webhook',
      webhook: {
        conversionReviewVersions: ['v1'],
        clientConfig: {
          service: { namespace: 'default', name: 'x', ...d.opt({ path: () => '/c', port: () => 443 }) },
        },
      },
    },
  );
  return {
    metadata: { ...withoutName(metadata(d)), name: `${plural}.${group}` },
    spec: {
      group,
      scope: d.of(['Namespaced', 'Cluster']),
      names: {
        plural,
        kind: d.of(['Widget', 'CronTab', 'Foo']),
        ...d.opt({
          singular: () => plural.slice(0, -1),
          shortNames: () => d.sample(['wd', 'ct'], 0),
          categories: () => ['all'],
          listKind: () => 'WidgetList',
        }),
      },
      versions: versions.map((name, index) => version(d, name, index === 0)),
      ...(d.chance(0.25) && { conversion }),
      ...d.opt({ preserveUnknownFields: () => false }, 0.1),
    },
  };
}

/** Its name is given: it is made of what the spec says. */
function withoutName({ name: _name, generateName: _generateName, ...rest }: JsonMap): JsonMap {
  return rest;
}
