import { Quantity } from '../../../lib/model/quantity';
import { type Resources } from '../../../lib/patterns/pod/resources';
import { container } from './pod';

const resources = (written: Resources): unknown => container({ resources: written }).resources;

describe('resources', () => {
  test('stand in the manifest as they were written', () => {
    const written: Resources = {
      requests: { cpu: '250m', memory: 1048576, 'ephemeral-storage': '1Gi' },
      limits: { cpu: 1.5, memory: '2M', 'hugepages-2Mi': '4Mi', 'nvidia.com/gpu': 1, 'example.com/x': '2' },
    };
    expect(resources(written)).toEqual(written);
    expect(resources({ limits: { memory: Quantity.parse('1.5Gi') } })).toEqual({
      limits: { memory: '1536Mi' },
    });
    expect(resources({ requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': '1' } })).toBeDefined();
    expect(resources({ requests: { cpu: '1000m' }, limits: { cpu: 1 } })).toBeDefined();
  });

  test.each([
    [{ limits: { memory: '250Mb' } }, 'resources.limits[\'memory\'] is refused: "250Mb" is not a quantity'],
    [{ requests: { cpu: -1 } }, "resources.requests['cpu'] is refused: -1 is below zero"],
    [
      { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } },
      "resources.requests['memory'] is 2Gi, but the limit is 1Gi; ask for no more than the limit",
    ],
    [
      { requests: { 'nvidia.com/gpu': 1 } },
      "resources.requests['nvidia.com/gpu'] has no limit, which it needs",
    ],
    [
      { requests: { 'hugepages-2Mi': '2Mi' }, limits: { 'hugepages-2Mi': '4Mi' } },
      "resources.requests['hugepages-2Mi'] is 2Mi, but the limit is 4Mi; ask for as much as the limit",
    ],
  ])('refuse %j', (written, message) => {
    expect(() => resources(written as Resources)).toThrow(`SinglePod 'chart/main': ${message}`);
  });
});
