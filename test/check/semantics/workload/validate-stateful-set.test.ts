import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  sts: {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: {
      name: 'a',
    },
    spec: {
      serviceName: 's',
      replicas: 2,
      minReadySeconds: 5,
      revisionHistoryLimit: 0,
      podManagementPolicy: 'Parallel',
      ordinals: {
        start: 1,
      },
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Delete',
        whenScaled: 'Retain',
      },
      selector: {
        matchLabels: {
          app: 'a',
        },
      },
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: {
          partition: 1,
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
              volumeMounts: [
                {
                  name: 'data',
                  mountPath: '/data',
                },
              ],
            },
          ],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: {
            name: 'data',
          },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: {
              requests: {
                storage: '1Gi',
              },
            },
          },
        },
      ],
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'sts',
    set: { 'spec.replicas': -1 },
    says: ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'sts',
    set: { 'spec.selector': undefined },
    says: [
      'spec.selector: Required value',
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector': {} },
    says: ['spec.selector: Invalid value: {}: empty selector is invalid for statefulset'],
  },
  {
    of: 'sts',
    set: { 'spec.selector.matchLabels': { app: 'b' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector.matchLabels': { app: 'a b' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
      'spec.selector: Invalid value: {"matchLabels":{"app":"a b"}}',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector.matchLabels': { 'a b': 'a' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      'spec.selector: Invalid value: {"matchLabels":{"a b":"a"}}',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] } },
    says: [],
  },
  {
    of: 'sts',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } },
    says: [
      "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
      'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In","values":[]}]}',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Exists' }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Gt', values: ['1'] }] } },
    says: [
      'spec.selector.matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator',
      'spec.selector: Invalid value: {"matchExpressions":[{"key":"x","operator":"Gt","values":["1"]}]}',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } },
    says: [],
  },
  {
    of: 'sts',
    set: { 'spec.template.metadata': undefined },
    says: ['spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`'],
  },
  {
    of: 'sts',
    set: { 'spec.template.spec.restartPolicy': 'Never' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
  },
  {
    of: 'sts',
    set: { 'spec.template.spec.restartPolicy': 'OnFailure' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always"'],
  },
  { of: 'sts', set: { 'spec.template.spec.restartPolicy': 'Always' }, says: [] },
  {
    of: 'sts',
    set: { 'spec.template.spec.activeDeadlineSeconds': 5 },
    says: [
      'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in StatefulSet is not Supported',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.minReadySeconds': -1 },
    says: ['spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
  { of: 'sts', set: { 'spec.revisionHistoryLimit': -1 }, says: [] },
  {
    of: 'sts',
    set: { 'spec.serviceName': 'A' },
    says: {
      '1.28': [],
      '1.33': [
        "spec.serviceName: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': [
        "spec.serviceName: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
    },
  },
  { of: 'sts', set: { 'spec.serviceName': '' }, says: [] },
  { of: 'sts', set: { 'spec.serviceName': undefined }, says: [] },
  {
    of: 'sts',
    set: { 'spec.podManagementPolicy': 'x' },
    says: ["spec.podManagementPolicy: Invalid value: \"x\": must be 'OrderedReady' or 'Parallel'"],
  },
  {
    of: 'sts',
    set: { 'spec.updateStrategy': { type: 'x' } },
    says: ['spec.updateStrategy: Invalid value: {"type":"x"}: must be \'RollingUpdate\' or \'OnDelete\''],
  },
  {
    of: 'sts',
    set: { 'spec.updateStrategy.type': 'OnDelete' },
    says: [
      'spec.updateStrategy.rollingUpdate: Invalid value: {"partition":1}: only allowed for updateStrategy \'RollingUpdate\'',
    ],
  },
  {
    of: 'sts',
    set: { 'spec.updateStrategy.rollingUpdate.partition': -1 },
    says: [
      'spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0',
    ],
  },
  { of: 'sts', set: { 'spec.updateStrategy.rollingUpdate.maxUnavailable': 0 }, says: [] },
  {
    of: 'sts',
    set: { 'spec.ordinals.start': -1 },
    says: ['spec.ordinals.start: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'sts',
    set: { 'spec.persistentVolumeClaimRetentionPolicy': { whenDeleted: 'x' } },
    says: [
      'spec.persistentVolumeClaimRetentionPolicy.whenDeleted: Unsupported value: "x": supported values: "Retain", "Delete"',
    ],
  },
  {
    of: 'sts',
    set: { 'metadata.name': 'a.b' },
    says: ['metadata.name: Invalid value: "a.b": must not contain dots'],
  },
  { of: 'sts', set: { 'spec.template.spec.hostname': 'A', 'spec.template.spec.subdomain': 'B' }, says: [] },
  {
    of: 'sts',
    set: {
      'spec.template.spec.volumes': [
        { name: 'data', emptyDir: {} },
        { name: 'other', configMap: { name: 'x', defaultMode: 7777 } },
      ],
    },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.template.spec.volumes[1].configMap.defaultMode: Invalid value: 7777: must be a number between 0 and 0777 (octal), both inclusive',
      ],
    },
  },
  {
    of: 'sts',
    set: { 'spec.template.spec.volumes': [{ name: 'A' }] },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        "spec.template.spec.volumes[1].name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
    },
  },
];

describe('a StatefulSet', () => {
  describeServerCases(OBJECTS, CASES);
});
