import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  pc: {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: {
      name: 'high',
    },
    value: 1000,
    preemptionPolicy: 'Never',
    globalDefault: false,
    description: 'x',
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'pc',
    set: { value: 1000000001 },
    says: ['value: Forbidden: maximum allowed value of a user defined priority is 1000000000'],
  },
  { of: 'pc', set: { value: -2147483648 }, says: [] },
  {
    of: 'pc',
    set: { 'metadata.name': 'system-x' },
    says: [
      "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: system-x is not a known system priority class",
    ],
  },
  {
    of: 'pc',
    set: { preemptionPolicy: 'x' },
    says: ['preemptionPolicy: Unsupported value: "x": supported values: "PreemptLowerPriority", "Never"'],
  },
  { of: 'pc', set: { preemptionPolicy: '' }, says: ['preemptionPolicy: Required value'] },
  {
    of: 'pc',
    set: { 'metadata.name': 'system-node-critical', value: 5 },
    says: [
      "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: value of system-node-critical PriorityClass must be 2000001000",
    ],
  },
  {
    of: 'pc',
    set: { 'metadata.name': 'system-node-critical', value: 2000001000, globalDefault: true },
    says: [
      "metadata.name: Forbidden: priority class names with 'system-' prefix are reserved for system use only. error: globalDefault of system-node-critical PriorityClass must be false",
    ],
  },
  { of: 'pc', set: { value: undefined }, says: [] },
];

describe('a PriorityClass', () => {
  describeServerCases(OBJECTS, CASES);
});
