import { type Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ScheduledJob } from '../../lib/patterns/scheduled-job';
import { Worker, type WorkerProps } from '../../lib/patterns/worker';
import { setWorkloadDefaults, type WorkloadDefaults } from '../../lib/patterns/workload-defaults';
import { only, synth, type Synthesized } from './synth';

const REQUESTS = { resources: { requests: { cpu: '50m' } } } as const;
const pod = (
  defaults: (chart: Chart) => void,
  props: Partial<WorkerProps<never>> = {},
  scope: (chart: Chart) => Construct = (chart) => chart,
): Synthesized =>
  only(
    synth((chart) => {
      defaults(chart);
      new Worker(scope(chart), 'w', { image: 'a:1', ...props });
    }),
    'Deployment',
  ).spec.template as Synthesized;
const set =
  (defaults: WorkloadDefaults) =>
  (chart: Chart): void =>
    setWorkloadDefaults(chart, defaults);

describe('setWorkloadDefaults', () => {
  test('gives the workloads below what they do not say themselves', () => {
    const { metadata, spec } = pod(
      set({
        imagePullSecrets: ['registry'],
        podAnnotations: { a: 'b' },
        priorityClass: 'low',
        nodeSelector: { disk: 'ssd' },
        antiAffinity: { topologyKey: 'kubernetes.io/hostname' },
        container: { ...REQUESTS, imagePullPolicy: 'Always' },
      }),
    );
    expect(metadata.annotations).toEqual({ a: 'b' });
    expect(spec).toMatchObject({
      imagePullSecrets: [{ name: 'registry' }],
      priorityClassName: 'low',
      nodeSelector: { disk: 'ssd' },
      containers: [{ resources: { requests: { cpu: '50m' } }, imagePullPolicy: 'Always' }],
    });
    expect(spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]).toMatchObject({
      podAffinityTerm: { labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'w' } } },
    });
  });

  test('gives every container of a pod the defaults of containers, init containers too', () => {
    const { spec } = pod(set({ container: REQUESTS }), {
      containers: { beside: { image: 'b:1' }, own: { image: 'c:1', resources: {} } },
      initContainers: { before: { image: 'd:1' } },
    });
    expect(spec.containers.map(({ resources }: { resources: object }) => resources)).toEqual([
      REQUESTS.resources,
      REQUESTS.resources,
      {},
    ]);
    expect(spec.initContainers[0].resources).toEqual(REQUESTS.resources);
  });

  test('lets what is nearer replace a property whole, the workload itself last', () => {
    const area = (chart: Chart): Construct => {
      const inner = new Construct(chart, 'area');
      setWorkloadDefaults(inner, { nodeSelector: { zone: 'a' } });
      return inner;
    };
    const outer = set({ nodeSelector: { disk: 'ssd' }, container: REQUESTS });
    expect(pod(outer, {}, area).spec.nodeSelector).toEqual({ zone: 'a' });
    expect(pod(outer, {}, area).spec.containers[0].resources).toEqual(REQUESTS.resources);
    expect(pod(outer, { nodeSelector: { own: 'b' } }, area).spec.nodeSelector).toEqual({ own: 'b' });
  });

  test('adds up over several calls, and reaches jobs and what is made later only', () => {
    const objects = synth((chart) => {
      new ScheduledJob(chart, 'before', { image: 'a:1', schedule: '@daily' });
      setWorkloadDefaults(chart, { priorityClass: 'low', container: REQUESTS });
      setWorkloadDefaults(chart, { container: { imagePullPolicy: 'Always' } });
      new ScheduledJob(chart, 'after', { image: 'a:1', schedule: '@daily' });
    });
    const spec = (name: string): Synthesized =>
      only(objects, 'CronJob', name).spec.jobTemplate.spec.template.spec as Synthesized;
    expect(spec('before')).not.toHaveProperty('priorityClassName');
    expect(spec('after')).toMatchObject({
      priorityClassName: 'low',
      containers: [{ ...REQUESTS, imagePullPolicy: 'Always' }],
    });
  });

  test("switches the library's own defaults off", () => {
    expect(pod(set({ defaults: 'none' })).spec).toEqual({ containers: [{ name: 'w', image: 'a:1' }] });
  });
});
