import { type JsonObject } from '../../../../../lib/model/json-value';
import { container, toldOfContainer, toldOfPod, toldOfTemplate } from '../told-of';

const ofPod = (resources: JsonObject): string[] =>
  toldOfContainer({ resources }).map((text) => text.replace('spec.containers[0].resources', ''));
const ofTemplate = (resources: JsonObject): string[] =>
  toldOfTemplate({ containers: [container({ resources })] }).map((text) =>
    text.replace('template.spec.containers[0].resources', ''),
  );

describe('the resources of a container', () => {
  it('are taken', () => {
    const resources = {
      requests: { cpu: '100m', memory: null },
      limits: {
        cpu: 1,
        'ephemeral-storage': '1Gi',
        'nvidia.com/gpu': 2,
        'hugepages-2Mi': '4Mi',
        'kubernetes.io/batch': '0.5',
      },
    };
    expect(ofPod(resources)).toEqual([]);
    expect(ofTemplate(resources)).toEqual([]);
  });

  it.each<[JsonObject, string[]]>([
    [
      { requests: { storage: '1Gi' } },
      ['.requests[storage]: Invalid value: "storage": must be a standard resource for containers'],
    ],
    [
      { requests: { disk: '1Gi' } },
      ['.requests[disk]: Invalid value: "disk": must be a standard resource for containers'],
    ],
    [
      { requests: { cpu: '-1' } },
      ['.requests[cpu]: Invalid value: "-1": must be greater than or equal to 0'],
    ],
    [
      { requests: { cpu: '2' }, limits: { cpu: 1 } },
      ['.requests: Invalid value: "2": must be less than or equal to cpu limit of 1'],
    ],
    [
      { requests: { 'nvidia.com/gpu': 1 } },
      ['.limits: Required value: Limit must be set for non overcommitable resources'],
    ],
    [
      { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 2 } },
      ['.requests: Invalid value: "1": must be equal to nvidia.com/gpu limit of 2'],
    ],
    [
      { limits: { 'nvidia.com/gpu': '0.5' } },
      ['.limits[nvidia.com/gpu]: Invalid value: "500m": must be an integer'],
    ],
    [
      { limits: { 'hugepages-2Mi': '3Mi', cpu: 1 } },
      ['.limits[hugepages-2Mi]: Invalid value: "3Mi": 3Mi is not positive integer multiple of hugepages-2Mi'],
    ],
    [{ limits: { 'hugepages-2Mi': '2Mi' } }, [': Forbidden: HugePages require cpu or memory']],
    [
      { claims: [{ name: 'a' }] },
      ['.claims[0]: Not found: "a": must be one of the names in pod.spec.resourceClaims which is empty'],
    ],
  ])('are refused in a template: %j', (resources, messages) => {
    expect(ofTemplate(resources)).toEqual(messages);
  });

  it('are named as requests too where a Pod has limits only', () => {
    expect(ofPod({ limits: { storage: '1Gi' } })).toEqual([
      '.limits[storage]: Invalid value: "storage": must be a standard resource for containers',
      '.requests[storage]: Invalid value: "storage": must be a standard resource for containers',
    ]);
    expect(ofPod({ limits: { 'nvidia.com/gpu': 1 }, requests: {} })).toEqual([]);
  });

  it('use each claim of the pod once', () => {
    const resourceClaims = [
      { name: 'gpu', resourceClaimName: 'a' },
      { name: 'net', resourceClaimName: 'b' },
    ];
    const of = (...claims: JsonObject[]): string[] =>
      toldOfPod({ containers: [container({ resources: { claims } })], resourceClaims }).map((text) =>
        text.replace('spec.containers[0].resources.', ''),
      );
    expect(of({ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'b' }, { name: 'net' })).toEqual([]);
    expect(of({ name: 'gpu' }, { name: 'gpu', request: 'a' })).toEqual(['claims[1]: Duplicate value: "gpu"']);
    expect(of({ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'a' })).toEqual([
      'claims[1]: Duplicate value: "gpu/a"',
    ]);
    expect(of({ name: 'gpu', request: 'a' }, { name: 'gpu' })).toEqual(['claims[1]: Duplicate value: "gpu"']);
    expect(of({}, { name: 'gpus' })).toEqual([
      'claims[0]: Required value',
      'claims[1]: Not found: "gpus": must be one of the names in pod.spec.resourceClaims: gpu, net',
    ]);
  });

  it('were without claims before 1.34', () => {
    expect(toldOfContainer({ resources: { claims: [{ name: 'a' }] } }, '1.33')).toEqual([]);
  });
});

describe('the resources of a pod', () => {
  const limits = (amounts: JsonObject): JsonObject => container({ resources: { limits: amounts } });
  const requests = (amounts: JsonObject): JsonObject => container({ resources: { requests: amounts } });

  it('are looked at since 1.34', () => {
    const spec = { containers: [container()], resources: { limits: { 'example.com/a': 1 } } };
    expect(toldOfTemplate(spec, '1.33')).toEqual([]);
    expect(toldOfTemplate(spec, '1.34')).toEqual([
      'template.spec.resources.limits[example.com/a]: Unsupported value: "example.com/a": supported values: "cpu", "hugepages-", "memory"',
    ]);
  });

  it('hold what its containers have together', () => {
    const spec = {
      initContainers: [{ ...requests({ cpu: '3' }), name: 'b' }],
      containers: [requests({ cpu: 1 }), { ...requests({ cpu: '500m' }), name: 'c' }],
      resources: { requests: { cpu: 2 } },
    };
    expect(toldOfPod(spec)).toEqual([
      'spec.resources.requests[cpu]: Invalid value: "2": must be greater than or equal to aggregate container requests of 3',
    ]);
    const sidecar = { ...requests({ cpu: 1 }), name: 'b', restartPolicy: 'Always' };
    expect(toldOfPod({ ...spec, initContainers: [sidecar] })).toEqual([
      'spec.resources.requests[cpu]: Invalid value: "2": must be greater than or equal to aggregate container requests of 2500m',
    ]);
  });

  it('are no less than the limit of a container', () => {
    const spec = { containers: [limits({ memory: '2Gi' })], resources: { limits: { memory: '1Gi' } } };
    expect(toldOfTemplate(spec)).toEqual([
      'template.spec.resources.containers[0][memory].limits: Invalid value: "2Gi": must be less than or equal to pod limits of 1Gi',
    ]);
  });

  it('take their requests from the containers in a Pod', () => {
    const spec = { containers: [requests({ cpu: 2 })], resources: { limits: { cpu: 1 } } };
    expect(toldOfTemplate(spec)).toEqual([]);
    expect(toldOfPod(spec)).toEqual([
      'spec.resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1',
    ]);
  });

  it('have no claims, and are not for windows', () => {
    const spec = { containers: [container()], resources: { claims: [] } };
    expect(toldOfPod(spec)).toEqual([
      'spec.resources.claims: Forbidden: claims may not be set for Resources at pod-level',
    ]);
    expect(toldOfPod({ ...spec, os: { name: 'windows' } })).toEqual([
      'spec.resources: Forbidden: may not be set for a windows pod',
    ]);
  });
});

it('takes the overhead for limits', () => {
  expect(toldOfPod({ containers: [container()], overhead: { cpu: '1' } })).toEqual([]);
  expect(toldOfPod({ containers: [container()], overhead: { pods: '1' } })).toEqual([
    'spec.overhead.limits[pods]: Invalid value: "pods": must be a standard resource for containers',
  ]);
});
