import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  rtc: {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: {
      name: 'a',
    },
    handler: 'runsc',
    overhead: {
      podFixed: {
        cpu: '100m',
        memory: '64Mi',
      },
    },
    scheduling: {
      nodeSelector: {
        a: 'b',
      },
      tolerations: [
        {
          key: 'a',
          operator: 'Exists',
          effect: 'NoSchedule',
        },
        {
          key: 'b',
          value: 'c',
        },
      ],
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'rtc',
    set: { handler: '' },
    says: {
      '1.28': [
        "handler: Invalid value: \"\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.33': [
        "handler: Invalid value: \"\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': ['handler: Required value'],
    },
  },
  {
    of: 'rtc',
    set: { handler: undefined },
    says: {
      '1.28': [
        "handler: Invalid value: \"\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.33': [
        "handler: Invalid value: \"\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
      ],
      '1.36': ['handler: Required value'],
    },
  },
  {
    of: 'rtc',
    set: { handler: 'A' },
    says: [
      "handler: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  },
  { of: 'rtc', set: { handler: 'a.b' }, says: ['handler: Invalid value: "a.b": must not contain dots'] },
  {
    of: 'rtc',
    set: { 'overhead.podFixed': { storage: '1Gi' } },
    says: ['overhead.limits[storage]: Invalid value: "storage": must be a standard resource for containers'],
  },
  {
    of: 'rtc',
    set: { 'overhead.podFixed': { cpu: '-1' } },
    says: ['overhead.limits[cpu]: Invalid value: "-1": must be greater than or equal to 0'],
  },
  {
    of: 'rtc',
    set: { 'overhead.podFixed': { 'hugepages-2Mi': '4Mi' } },
    says: ['overhead: Forbidden: HugePages require cpu or memory'],
  },
  {
    of: 'rtc',
    set: { 'scheduling.nodeSelector': { 'a b': 'c d' } },
    says: [
      "scheduling.nodeSelector: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      "scheduling.nodeSelector: Invalid value: \"c d\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
  },
  {
    of: 'rtc',
    set: { 'scheduling.tolerations': [{ key: 'a b' }] },
    says: {
      '1.28': [
        "scheduling.tolerations.tolerations[0].key: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      ],
      '1.33': [
        "scheduling.tolerations.tolerations[0].key: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      ],
      '1.36': [
        "scheduling.tolerations[0].key: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      ],
    },
  },
  {
    of: 'rtc',
    set: { 'scheduling.tolerations': [{ operator: 'Equal' }] },
    says: {
      '1.28': [
        'scheduling.tolerations.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      ],
      '1.33': [
        'scheduling.tolerations.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      ],
      '1.36': [
        'scheduling.tolerations[0].operator: Invalid value: "Equal": operator must be Exists when `key` is empty, which means "match all values and all keys"',
      ],
    },
  },
  {
    of: 'rtc',
    set: { 'scheduling.tolerations': [{ key: 'a' }, { key: 'a' }] },
    says: ['scheduling.tolerations[1]: Duplicate value: {"key":"a"}'],
  },
  {
    of: 'rtc',
    set: { 'scheduling.tolerations': [{ key: 'a', operator: 'x', effect: 'y' }] },
    says: {
      '1.28': [
        'scheduling.tolerations.tolerations[0].effect: Unsupported value: "y": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
        'scheduling.tolerations.tolerations[0].operator: Unsupported value: "x": supported values: "Equal", "Exists"',
      ],
      '1.33': [
        'scheduling.tolerations.tolerations[0].effect: Unsupported value: "y": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
        'scheduling.tolerations.tolerations[0].operator: Unsupported value: "x": supported values: "Equal", "Exists"',
      ],
      '1.36': [
        'scheduling.tolerations[0].effect: Unsupported value: "y": supported values: "NoSchedule", "PreferNoSchedule", "NoExecute"',
        'scheduling.tolerations[0].operator: Unsupported value: "x": supported values: "Equal", "Exists"',
      ],
    },
  },
  {
    of: 'rtc',
    set: { 'scheduling.tolerations': [{ key: 'a', operator: 'Exists', value: 'b' }] },
    says: {
      '1.28': [
        'scheduling.tolerations.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is \'Exists\'',
      ],
      '1.33': [
        'scheduling.tolerations.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is \'Exists\'',
      ],
      '1.36': [
        'scheduling.tolerations[0].operator: Invalid value: "b": value must be empty when `operator` is \'Exists\'',
      ],
    },
  },
  {
    of: 'rtc',
    set: { 'scheduling.tolerations': [{ key: 'a', tolerationSeconds: 5 }] },
    says: {
      '1.28': [
        'scheduling.tolerations.tolerations[0].effect: Invalid value: "": effect must be \'NoExecute\' when `tolerationSeconds` is set',
      ],
      '1.33': [
        'scheduling.tolerations.tolerations[0].effect: Invalid value: "": effect must be \'NoExecute\' when `tolerationSeconds` is set',
      ],
      '1.36': [
        'scheduling.tolerations[0].effect: Invalid value: "": effect must be \'NoExecute\' when `tolerationSeconds` is set',
      ],
    },
  },
];

describe('a RuntimeClass', () => {
  describeServerCases(OBJECTS, CASES);
});
