import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  deployment: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'a',
    },
    spec: {
      replicas: 2,
      minReadySeconds: 5,
      progressDeadlineSeconds: 60,
      revisionHistoryLimit: 0,
      paused: true,
      selector: {
        matchLabels: {
          app: 'a',
        },
      },
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: {
          maxSurge: 1,
          maxUnavailable: '25%',
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
    of: 'deployment',
    set: { 'spec.replicas': -1 },
    says: ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': undefined },
    says: [
      'spec.selector: Required value',
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': {} },
    says: ['spec.selector: Invalid value: {}: empty selector is invalid for deployment'],
  },
  {
    of: 'deployment',
    set: { 'spec.selector.matchLabels': { app: 'b' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector.matchLabels': { app: 'a b' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
      'spec.selector: Invalid value: {"matchLabels":{"app":"a b"}}: invalid label selector',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector.matchLabels': { 'a b': 'a' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      'spec.selector: Invalid value: {"matchLabels":{"a b":"a"}}: invalid label selector',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] } },
    says: [],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } },
    says: [
      "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
      'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In","values":[]}]}: invalid label selector',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Exists' }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Gt', values: ['1'] }] } },
    says: [
      'spec.selector.matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator',
      'spec.selector: Invalid value: {"matchExpressions":[{"key":"x","operator":"Gt","values":["1"]}]}: invalid label selector',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } },
    says: [],
  },
  {
    of: 'deployment',
    set: { 'spec.template.metadata': undefined },
    says: ['spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`'],
  },
  {
    of: 'deployment',
    set: { 'spec.template.metadata.labels': { app: 'a', 'x y': 'z' } },
    says: [
      "spec.template.labels: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.template.metadata.annotations': { 'x y': 'z' } },
    says: [
      "spec.template.annotations: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.template.spec.restartPolicy': 'Never' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
  },
  {
    of: 'deployment',
    set: { 'spec.template.spec.restartPolicy': 'OnFailure' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always"'],
  },
  { of: 'deployment', set: { 'spec.template.spec.restartPolicy': 'Always' }, says: [] },
  {
    of: 'deployment',
    set: { 'spec.template.spec.activeDeadlineSeconds': 5 },
    says: [
      'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.minReadySeconds': -1 },
    says: ['spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'deployment',
    set: { 'spec.revisionHistoryLimit': -1 },
    says: ['spec.revisionHistoryLimit: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'deployment',
    set: { 'spec.progressDeadlineSeconds': 5 },
    says: ['spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds'],
  },
  {
    of: 'deployment',
    set: { 'spec.progressDeadlineSeconds': -1 },
    says: [
      'spec.progressDeadlineSeconds: Invalid value: -1: must be greater than minReadySeconds',
      'spec.progressDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.progressDeadlineSeconds': undefined, 'spec.minReadySeconds': 600 },
    says: ['spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds'],
  },
  {
    of: 'deployment',
    set: { 'spec.strategy.type': 'Recreate' },
    says: ["spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'"],
  },
  { of: 'deployment', set: { 'spec.strategy': { type: 'Recreate' } }, says: [] },
  {
    of: 'deployment',
    set: { 'spec.strategy': { type: 'x' } },
    says: ['spec.strategy: Unsupported value: {"type":"x"}: supported values: "Recreate", "RollingUpdate"'],
  },
  {
    of: 'deployment',
    set: { 'spec.strategy.rollingUpdate': { maxSurge: 0, maxUnavailable: 0 } },
    says: ['spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0'],
  },
  {
    of: 'deployment',
    set: { 'spec.strategy.rollingUpdate': { maxSurge: '0%', maxUnavailable: '0%' } },
    says: [
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
    ],
  },
  { of: 'deployment', set: { 'spec.strategy.rollingUpdate': { maxSurge: 0 } }, says: [] },
  {
    of: 'deployment',
    set: { 'spec.strategy.rollingUpdate': { maxSurge: 'x', maxUnavailable: 'y' } },
    says: [
      "spec.strategy.rollingUpdate.maxSurge: Invalid value: \"x\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
      "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"y\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "y": may not be 0 when `maxSurge` is 0',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.strategy.rollingUpdate': { maxSurge: '200%', maxUnavailable: '101%' } },
    says: [
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%',
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.strategy.rollingUpdate': { maxSurge: -1, maxUnavailable: '-1%' } },
    says: [
      'spec.strategy.rollingUpdate.maxSurge: Invalid value: -1: must be greater than or equal to 0',
      "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"-1%\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.strategy.rollingUpdate': { maxSurge: '1' } },
    says: [
      "spec.strategy.rollingUpdate.maxSurge: Invalid value: \"1\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
    ],
  },
  {
    of: 'deployment',
    set: { 'spec.template.spec.volumes': [{ name: 'v', gcePersistentDisk: { pdName: 'x' } }] },
    says: {
      '1.28': [
        'spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only',
      ],
      '1.33': [],
      '1.36': [],
    },
  },
  {
    of: 'deployment',
    set: {
      'spec.replicas': 1,
      'spec.template.spec.volumes': [{ name: 'v', gcePersistentDisk: { pdName: 'x' } }],
    },
    says: [],
  },
];

describe('a Deployment', () => {
  describeServerCases(OBJECTS, CASES);
});
