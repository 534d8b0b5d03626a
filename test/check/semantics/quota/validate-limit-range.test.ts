import { type JsonObject } from '../../../../lib/model/json-value';
import { refusals } from '../refusals';

const told = (...limits: JsonObject[]): readonly string[] => refusals('v1 LimitRange', { spec: { limits } });
const container = (fields: JsonObject): readonly string[] => told({ type: 'Container', ...fields });

it('takes what the server takes', () => {
  expect(
    told(
      {
        type: 'Container',
        min: { cpu: '100m', memory: '64Mi' },
        defaultRequest: { cpu: '100m' },
        default: { cpu: '500m', 'nvidia.com/gpu': 1 },
        max: { cpu: 1, memory: '1Gi' },
        maxLimitRequestRatio: { cpu: 10 },
      },
      { type: 'Pod', max: { cpu: 2 } },
      { type: 'PersistentVolumeClaim', max: { storage: '10Gi' } },
      { type: 'example.com/Own' },
    ),
  ).toEqual([]);
});

it.each<[JsonObject, string]>([
  [
    { min: { cpu: 2 }, max: { cpu: 1 } },
    'min[cpu]: Invalid value: 2: min value 2 is greater than max value 1',
  ],
  [{ min: { cpu: 2 }, defaultRequest: { cpu: 1 } }, 'min value 2 is greater than default request value 1'],
  [{ defaultRequest: { cpu: 2 }, max: { cpu: 1 } }, 'default request value 2 is greater than max value 1'],
  [
    { defaultRequest: { cpu: 2 }, default: { cpu: 1 } },
    'default request value 2 is greater than default limit value 1',
  ],
  [{ min: { cpu: 2 }, default: { cpu: 1 } }, 'min value 2 is greater than default value 1'],
  [{ default: { cpu: 2 }, max: { cpu: 1 } }, 'default value 2 is greater than max value 1'],
  [
    { maxLimitRequestRatio: { cpu: '500m' } },
    'maxLimitRequestRatio[cpu]: Invalid value: "500m": ratio 500m is less than 1',
  ],
  [
    { min: { cpu: 1 }, max: { cpu: 2 }, maxLimitRequestRatio: { cpu: 3 } },
    'ratio 3 is greater than max/min = 2.000000',
  ],
  [
    { default: { 'hugepages-2Mi': '4Mi' }, defaultRequest: { 'hugepages-2Mi': '2Mi' } },
    'default value 4Mi must equal to defaultRequest value 2Mi in hugepages-2Mi',
  ],
  [
    { max: { storage: 1 } },
    'max[storage]: Invalid value: "storage": must be a standard resource for containers',
  ],
  [{ max: { 'requests.a.b/c': 1 } }, "doesn't follow extended resource name standard"],
])('refuses %j of a container', (fields, message) => {
  expect(container(fields)).toEqual([expect.stringContaining(message)]);
});

it('wants a type that it knows, once', () => {
  expect(told({ type: 'container' })).toEqual([
    'spec.limits[0].type: Invalid value: "container": must be a standard limit type or fully qualified',
  ]);
  expect(told({ type: 'Pod' }, { type: 'Pod' })).toEqual(['spec.limits[1].type: Duplicate value: "Pod"']);
});

it('lets no pod have defaults, and no claim be without storage', () => {
  expect(told({ type: 'Pod', default: { cpu: 1 } })).toEqual([
    "spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'",
  ]);
  expect(told({ type: 'PersistentVolumeClaim' })).toEqual([
    'spec.limits[0].limits: Required value: either minimum or maximum storage value is required, but neither was provided',
  ]);
});
