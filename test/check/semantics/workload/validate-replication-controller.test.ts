import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  rc: {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata: {
      name: 'a',
    },
    spec: {
      replicas: 2,
      minReadySeconds: 5,
      selector: {
        app: 'a',
      },
      template: {
        metadata: {
          labels: {
            app: 'a',
          },
        },
        spec: {
          containers: [
            {
              name: 'c',
              image: 'i:1',
            },
          ],
        },
      },
    },
  },
  plain: {
    apiVersion: 'v1',
    kind: 'ReplicationController',
    metadata: {
      name: 'a',
    },
    spec: {
      template: {
        metadata: {
          labels: {
            app: 'a',
          },
        },
        spec: {
          containers: [
            {
              name: 'c',
              image: 'i:1',
            },
          ],
        },
      },
    },
  },
};

const CASES: readonly ServerCase[] = [
  { of: 'rc', set: { 'spec.selector': undefined }, says: [] },
  {
    of: 'rc',
    set: { 'spec.selector': { app: 'b' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  { of: 'rc', set: { 'spec.template': undefined }, says: ['spec.template: Required value'] },
  {
    of: 'rc',
    set: { 'spec.template.metadata.labels': undefined },
    says: ['spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`'],
  },
  {
    of: 'rc',
    set: { 'spec.template.metadata.labels': undefined, 'spec.selector': undefined },
    says: ['spec.selector: Required value'],
  },
  {
    of: 'rc',
    set: { 'spec.selector': { 'a b': 'c' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'rc',
    set: { 'spec.template.metadata.labels': { 'a b': 'c', app: 'a' } },
    says: [
      "metadata.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      "spec.template.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'rc',
    set: { 'spec.template.metadata.labels': { 'a b': 'c', app: 'a' }, 'metadata.labels': { x: 'y' } },
    says: [
      "spec.template.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'rc',
    set: { 'spec.template.spec.restartPolicy': 'Never' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
  },
  {
    of: 'rc',
    set: { 'spec.replicas': -1 },
    says: ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
  },
  { of: 'rc', set: { 'spec.replicas': 0 }, says: [] },
  {
    of: 'rc',
    set: { 'spec.minReadySeconds': -1 },
    says: ['spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'rc',
    set: { 'spec.template.spec.activeDeadlineSeconds': 5 },
    says: [
      'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicationController is not Supported',
    ],
  },
  { of: 'rc', set: { spec: {} }, says: ['spec.selector: Required value', 'spec.template: Required value'] },
];

describe('a ReplicationController', () => {
  describeServerCases(OBJECTS, CASES);
});
