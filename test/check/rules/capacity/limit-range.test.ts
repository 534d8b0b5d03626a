import { limitRangeItems } from '../../../../lib/check/capacity/limit-range/limit-range-items';
import { limitViolations } from '../../../../lib/check/capacity/limit-range/limit-violations';
import { podResources } from '../../../../lib/check/capacity/limit-range/pod-resources';
import { sumInWords } from '../../../../lib/check/rules/capacity/limit-range/sum-in-words';
import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';

interface Amounts {
  readonly requests?: JsonObject;
  readonly limits?: JsonObject;
}

const container = (name: string, resources: Amounts, more: JsonObject = {}): JsonObject => ({
  name,
  resources: resources as JsonObject,
  ...more,
});
const items = (...limits: readonly JsonObject[]) => limitRangeItems({ spec: { limits } });

function messages(
  limits: JsonObject,
  spec: JsonObject,
  target: KubernetesVersion = '1.35',
): readonly string[] {
  const list = items(limits);
  return limitViolations(list, podResources(spec, [list], target)).map(({ message }) => message);
}

describe('a LimitRange of type Container', () => {
  const limits = {
    type: 'Container',
    min: { memory: '10Mi' },
    max: { memory: '1Gi', cpu: 2 },
    maxLimitRequestRatio: { cpu: 4 },
  };

  // The texts are those of plugin/pkg/admission/limitranger/admission.go.
  it('holds each container to its bounds, in the words of the server', () => {
    const spec = {
      containers: [
        container('small', { requests: { memory: '5Mi' } }),
        container('large', {
          limits: { memory: '2Gi', cpu: '2500m' },
          requests: { cpu: '500m', memory: '1.5Gi' },
        }),
      ],
      initContainers: [container('start', { limits: { cpu: '2001m' } })],
    };
    expect(messages(limits, spec)).toEqual([
      'minimum memory usage per Container is 10Mi, but request is 5Mi',
      'maximum cpu usage per Container is 2, but limit is 2500m',
      'maximum memory usage per Container is 1Gi, but limit is 2Gi',
      'cpu max limit to request ratio per Container is 4, but provided ratio is 5.000000',
      'maximum cpu usage per Container is 2, but limit is 2001m',
    ]);
  });

  it('fills in what a container leaves out: the limit from the maximum, the request from the limit', () => {
    const list = items(limits);
    const [only] = podResources({ containers: [container('a', {})] }, [list], '1.35').containers;
    const shown = (map = new Map<string, { toString(): string }>()) =>
      Object.fromEntries([...map].map(([k, v]) => [k, v.toString()]));
    expect(shown(only?.limits as never)).toEqual({ memory: '1Gi', cpu: '2' });
    expect(shown(only?.requests as never)).toEqual({ memory: '1Gi', cpu: '2' });
    expect(messages(limits, { containers: [container('a', {})] })).toEqual([]);
  });

  it('takes the request from the own limit before any default', () => {
    const withDefault = { type: 'Container', defaultRequest: { cpu: '100m' }, min: { cpu: '200m' } };
    expect(messages(withDefault, { containers: [container('a', { limits: { cpu: '300m' } })] })).toEqual([]);
    expect(messages(withDefault, { containers: [container('a', {})] })).toEqual([
      'minimum cpu usage per Container is 200m, but request is 100m',
    ]);
  });

  it('refuses a request above the maximum that no limit hides', () => {
    const max = { type: 'Container', max: { cpu: 1 } };
    expect(messages(max, { containers: [container('a', { requests: { cpu: 2 } })] })).toEqual([
      'maximum cpu usage per Container is 1, but request is 2',
    ]);
  });

  it('compares in thousandths, rounded up, and what is too large for that in units', () => {
    const max = { type: 'Container', max: { cpu: '1m' } };
    expect(messages(max, { containers: [container('a', { limits: { cpu: '900u' } })] })).toEqual([]);
    const large = { type: 'Container', max: { memory: '10E' } };
    expect(
      messages(large, { containers: [container('a', { limits: { memory: '10000000000000000000' } })] }),
    ).toEqual([]);
  });
});

describe('a LimitRange of type Pod', () => {
  const max = { type: 'Pod', max: { cpu: 2 } };
  const cpu = (name: string, amount: number | string, more?: JsonObject) =>
    container(name, { limits: { cpu: amount } }, more);
  const sidecar = { restartPolicy: 'Always' };

  const words = (spec: JsonObject, target: KubernetesVersion = '1.35') =>
    sumInWords(podResources(spec, [], target), 'cpu', 'limit');

  it('sums containers and sidecars', () => {
    const spec = {
      containers: [cpu('a', '1500m'), cpu('b', '500m')],
      initContainers: [cpu('mesh', '100m', sidecar)],
    };
    expect(messages(max, spec)).toEqual(['maximum cpu usage per Pod is 2, but limit is 2100m']);
    expect(words(spec)).toBe('cpu limits: a 1500m + b 500m + sidecar mesh 100m = 2100m');
  });

  it('knows no sidecars before 1.29', () => {
    const spec = { containers: [cpu('a', '1500m')], initContainers: [cpu('mesh', 1, sidecar)] };
    expect(messages(max, spec, '1.28')).toEqual([]);
    expect(messages(max, spec, '1.29')).toEqual(['maximum cpu usage per Pod is 2, but limit is 2500m']);
  });

  it('takes an init container, with the sidecars before it, where that is more', () => {
    const spec = {
      containers: [cpu('a', 1)],
      initContainers: [cpu('mesh', 1, sidecar), cpu('migrate', 2), cpu('late', '100m', sidecar)],
    };
    expect(messages(max, spec)).toEqual(['maximum cpu usage per Pod is 2, but limit is 3']);
    expect(words(spec)).toBe('cpu limits: init container migrate 2 + sidecar mesh 1 = 3');
    expect(messages(max, { containers: [cpu('a', 1)], initContainers: [cpu('i', 2), cpu('j', 2)] })).toEqual(
      [],
    );
  });

  it('asks for a limit, for which there is no default', () => {
    expect(messages(max, { containers: [container('a', {})] })).toEqual([
      'maximum cpu usage per Pod is 2.  No limit is specified',
    ]);
    expect(messages({ type: 'Pod', min: { cpu: 1 } }, { containers: [container('a', {})] })).toEqual([
      'minimum cpu usage per Pod is 1.  No request is specified',
    ]);
  });

  it('takes the resources of the pod itself, since 1.34', () => {
    const spec = { containers: [cpu('a', 1)], resources: { limits: { cpu: 3, 'example.com/gpu': 9 } } };
    expect(messages(max, spec, '1.33')).toEqual([]);
    expect(messages(max, spec, '1.34')).toEqual(['maximum cpu usage per Pod is 2, but limit is 3']);
    expect(words(spec)).toBe('cpu limit of the pod: 3');
    const gpu = { type: 'Pod', max: { 'example.com/gpu': 1 } };
    expect(messages(gpu, spec)).toEqual([
      'maximum example.com/gpu usage per Pod is 1.  No limit is specified',
    ]);
  });

  it('overlooks what is broken elsewhere', () => {
    const broken = {
      containers: [cpu('a', '250Mb'), 'b', null],
      initContainers: 'none',
    } as unknown as JsonObject;
    expect(messages({ type: 'Pod', max: { cpu: 'many' } }, broken)).toEqual([]);
    expect(limitRangeItems({ spec: { limits: 'none' } })).toEqual([]);
  });
});
