import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  rs: {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: 'a',
    },
    spec: {
      replicas: 2,
      minReadySeconds: 5,
      selector: {
        matchLabels: {
          app: 'a',
        },
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
};

const CASES: readonly ServerCase[] = [
  {
    of: 'rs',
    set: { 'spec.replicas': -1 },
    says: ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'rs',
    set: { 'spec.selector': undefined },
    says: [
      'spec.selector: Required value',
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector': {} },
    says: ['spec.selector: Invalid value: {}: empty selector is invalid for deployment'],
  },
  {
    of: 'rs',
    set: { 'spec.selector.matchLabels': { app: 'b' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector.matchLabels': { app: 'a b' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
      'spec.selector: Invalid value: {"matchLabels":{"app":"a b"}}: invalid label selector',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector.matchLabels': { 'a b': 'a' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      'spec.selector: Invalid value: {"matchLabels":{"a b":"a"}}: invalid label selector',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] } },
    says: [],
  },
  {
    of: 'rs',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } },
    says: [
      "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
      'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In","values":[]}]}: invalid label selector',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Exists' }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Gt', values: ['1'] }] } },
    says: [
      'spec.selector.matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator',
      'spec.selector: Invalid value: {"matchExpressions":[{"key":"x","operator":"Gt","values":["1"]}]}: invalid label selector',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } },
    says: [],
  },
  {
    of: 'rs',
    set: { 'spec.template.metadata': undefined },
    says: ['spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`'],
  },
  {
    of: 'rs',
    set: { 'spec.template.metadata.labels': { app: 'a', 'x y': 'z' } },
    says: [
      "spec.template.labels: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'rs',
    set: { 'spec.template.metadata.annotations': { 'x y': 'z' } },
    says: [
      "spec.template.annotations: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'rs',
    set: { 'spec.template.spec.restartPolicy': 'Never' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
  },
  {
    of: 'rs',
    set: { 'spec.template.spec.restartPolicy': 'OnFailure' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always"'],
  },
  { of: 'rs', set: { 'spec.template.spec.restartPolicy': 'Always' }, says: [] },
  {
    of: 'rs',
    set: { 'spec.template.spec.activeDeadlineSeconds': 5 },
    says: [
      'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported',
    ],
  },
  {
    of: 'rs',
    set: { 'spec.minReadySeconds': -1 },
    says: ['spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
];

describe('a ReplicaSet', () => {
  describeServerCases(OBJECTS, CASES);
});
