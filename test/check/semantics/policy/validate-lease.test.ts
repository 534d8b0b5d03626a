import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  lease: {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: 'a',
    },
    spec: {
      holderIdentity: 'x',
      leaseDurationSeconds: 15,
      leaseTransitions: 0,
      renewTime: '2024-01-01T00:00:00.000000Z',
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'lease',
    set: { 'spec.leaseDurationSeconds': 0 },
    says: ['spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0'],
  },
  {
    of: 'lease',
    set: { 'spec.leaseTransitions': -1 },
    says: ['spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0'],
  },
  { of: 'lease', set: { 'spec.holderIdentity': '' }, says: [] },
  { of: 'lease', set: { spec: {} }, says: [] },
];

describe('a Lease', () => {
  describeServerCases(OBJECTS, CASES);
});
