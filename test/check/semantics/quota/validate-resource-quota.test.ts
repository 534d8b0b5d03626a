import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';
import { refusals } from '../refusals';

const told = (spec: JsonObject, version?: KubernetesVersion): readonly string[] =>
  refusals('v1 ResourceQuota', { spec }, version);
const scoped = (scopeName: string, operator = 'Exists', values: readonly string[] = []): JsonObject => ({
  hard: { pods: 1 },
  scopeSelector: { matchExpressions: [{ scopeName, operator, values }] },
});

it('takes every resource that quotas know', () => {
  const names = [
    'cpu',
    'requests.cpu',
    'limits.ephemeral-storage',
    'requests.storage',
    'pods',
    'services.nodeports',
  ];
  const own = [
    'requests.nvidia.com/gpu',
    'count/deployments.apps',
    'hugepages-2Mi',
    'requests.hugepages-1Gi',
  ];
  const gold = 'gold.storageclass.storage.k8s.io/requests.storage';
  const hard = Object.fromEntries([...names, ...own, gold].map((name) => [name, '2']));
  expect(told({ hard })).toEqual([]);
});

it('takes scopes', () => {
  expect(told({ hard: { pods: 1 }, scopes: ['BestEffort', 'NotTerminating'] })).toEqual([]);
  expect(told(scoped('PriorityClass', 'In', ['high']))).toEqual([]);
});

it.each<[JsonObject, string]>([
  [
    { hard: { storage: '1Gi' } },
    'spec.hard[storage]: Invalid value: "storage": must be a standard resource for quota',
  ],
  [{ hard: { 'a b': 1 } }, 'spec.hard[a b]: Invalid value: "a b": name part must consist of'],
  [{ hard: { pods: '1500m' } }, 'spec.hard[pods]: Invalid value: "1500m": must be an integer'],
  [{ hard: { cpu: -1 } }, 'spec.hard[cpu]: Invalid value: "-1": must be greater than or equal to 0'],
  [{ scopes: ['Best'] }, 'spec.scopes: Invalid value: ["Best"]: unsupported scope'],
  [
    { hard: { cpu: 1 }, scopes: ['BestEffort'] },
    'spec.scopes: Invalid value: ["BestEffort"]: unsupported scope applied to resource',
  ],
  [
    { scopes: ['Terminating', 'NotTerminating'] },
    'spec.scopes: Invalid value: ["Terminating","NotTerminating"]: conflicting scopes',
  ],
  [scoped('Old'), 'spec.scopeSelector.matchExpressions.scopeName: Invalid value: "Old": unsupported scope'],
  [
    scoped('PriorityClass', 'In'),
    "spec.scopeSelector.matchExpressions.values: Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
  ],
  [
    scoped('PriorityClass', 'Exists', ['high']),
    'spec.scopeSelector.matchExpressions.values: Invalid value: ["high"]: must be no value when',
  ],
  [
    scoped('PriorityClass', 'is'),
    'spec.scopeSelector.matchExpressions.operator: Invalid value: "is": not a valid',
  ],
  [
    scoped('BestEffort', 'In', ['a']),
    'spec.scopeSelector.matchExpressions.operator: Invalid value: "In": must be \'Exists\'',
  ],
])('refuses %j', (spec, message) => {
  expect(told(spec)).toEqual([expect.stringContaining(message)]);
});

it('knows the scope of volume attributes since 1.33', () => {
  const spec = { hard: { persistentvolumeclaims: 1 }, scopes: ['VolumeAttributesClass'] };
  expect(told(spec, '1.33')).toEqual([]);
  expect(told(spec, '1.32')).toEqual([expect.stringContaining('unsupported scope')]);
});
