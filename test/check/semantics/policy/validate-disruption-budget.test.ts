import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  pdb: {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: 'a',
    },
    spec: {
      minAvailable: 1,
      selector: {
        matchLabels: {
          a: 'b',
        },
      },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  },
  share: {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: 'a',
    },
    spec: {
      maxUnavailable: '50%',
      selector: {},
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'pdb',
    set: { 'spec.minAvailable': -1 },
    says: ['spec.minAvailable: Invalid value: -1: must be greater than or equal to 0'],
  },
  { of: 'pdb', set: { 'spec.minAvailable': '100%' }, says: [] },
  {
    of: 'pdb',
    set: { 'spec.unhealthyPodEvictionPolicy': 'x' },
    says: [
      'spec.unhealthyPodEvictionPolicy: Unsupported value: "x": supported values: "AlwaysAllow", "IfHealthyBudget"',
    ],
  },
  {
    of: 'pdb',
    set: { 'spec.selector.matchLabels': { 'a b': 'c' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  { of: 'pdb', set: { 'metadata.name': 'A b' }, says: [] },
  {
    of: 'pdb',
    set: { 'metadata.name': 'A/b' },
    says: ['metadata.name: Invalid value: "A/b": may not contain \'/\''],
  },
  {
    of: 'pdb',
    set: { 'metadata.labels': { 'a b': 'c' } },
    says: [
      "metadata.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  { of: 'pdb', set: { spec: {} }, says: [] },
];

describe('a PodDisruptionBudget', () => {
  describeServerCases(OBJECTS, CASES);
});
