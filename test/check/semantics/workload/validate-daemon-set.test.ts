import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  ds: {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      name: 'a',
    },
    spec: {
      minReadySeconds: 5,
      revisionHistoryLimit: 0,
      selector: {
        matchLabels: {
          app: 'a',
        },
      },
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: {
          maxSurge: 0,
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
    of: 'ds',
    set: { 'spec.selector': undefined },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector': {} },
    says: ['spec.selector: Invalid value: {}: empty selector is invalid for daemonset'],
  },
  {
    of: 'ds',
    set: { 'spec.selector.matchLabels': { app: 'b' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector.matchLabels': { app: 'a b' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector.matchLabels': { 'a b': 'a' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }] } },
    says: [],
  },
  {
    of: 'ds',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } },
    says: [
      "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector': { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Exists' }] } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'Gt', values: ['1'] }] } },
    says: ['spec.selector.matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator'],
  },
  {
    of: 'ds',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } },
    says: [],
  },
  {
    of: 'ds',
    set: { 'spec.template.metadata': undefined },
    says: ['spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`'],
  },
  {
    of: 'ds',
    set: { 'spec.template.metadata.labels': { app: 'a', 'x y': 'z' } },
    says: [
      "spec.template.labels: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'ds',
    set: { 'spec.template.metadata.annotations': { 'x y': 'z' } },
    says: [
      "spec.template.annotations: Invalid value: \"x y\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'ds',
    set: { 'spec.template.spec.restartPolicy': 'Never' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"'],
  },
  {
    of: 'ds',
    set: { 'spec.template.spec.restartPolicy': 'OnFailure' },
    says: ['spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always"'],
  },
  { of: 'ds', set: { 'spec.template.spec.restartPolicy': 'Always' }, says: [] },
  {
    of: 'ds',
    set: { 'spec.template.spec.activeDeadlineSeconds': 5 },
    says: [
      'spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in DaemonSet is not Supported',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.minReadySeconds': -1 },
    says: ['spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'ds',
    set: { 'spec.revisionHistoryLimit': -1 },
    says: ['spec.revisionHistoryLimit: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'ds',
    set: { 'spec.updateStrategy': { type: 'x' } },
    says: [
      'spec.updateStrategy: Unsupported value: {"type":"x"}: supported values: "RollingUpdate", "OnDelete"',
    ],
  },
  { of: 'ds', set: { 'spec.updateStrategy': { type: 'OnDelete' } }, says: [] },
  { of: 'ds', set: { 'spec.updateStrategy.type': 'OnDelete' }, says: [] },
  {
    of: 'ds',
    set: { 'spec.updateStrategy.rollingUpdate': { maxSurge: 1 } },
    says: [
      'spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero',
    ],
  },
  { of: 'ds', set: { 'spec.updateStrategy.rollingUpdate': { maxSurge: 1, maxUnavailable: 0 } }, says: [] },
  {
    of: 'ds',
    set: { 'spec.updateStrategy.rollingUpdate': { maxSurge: 0, maxUnavailable: 0 } },
    says: [
      'spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.updateStrategy.rollingUpdate': { maxSurge: '101%', maxUnavailable: '0%' } },
    says: [
      'spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: "101%": must not be greater than 100%',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.updateStrategy.rollingUpdate': { maxUnavailable: 'x' } },
    says: [
      "spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: \"x\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
      'spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0',
    ],
  },
  {
    of: 'ds',
    set: { 'spec.template.spec.volumes': [{ name: 'v', gcePersistentDisk: { pdName: 'x' } }] },
    says: {
      '1.28': [
        'spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only',
      ],
      '1.33': [],
      '1.36': [],
    },
  },
];

describe('a DaemonSet', () => {
  describeServerCases(OBJECTS, CASES);
});
