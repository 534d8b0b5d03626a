import { type Toleration } from '../../../lib/patterns/pod/scheduling';
import { Worker, type WorkerProps } from '../../../lib/patterns/worker';
import { only, synth, type Synthesized } from '../synth';
import { podSpec } from './pod';

const SELECTOR = { labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'w' } } };
const worker = (props: Partial<WorkerProps<never>>): Synthesized =>
  only(
    synth((chart) => new Worker(chart, 'w', { image: 'a:1', ...props })),
    'Deployment',
  ).spec.template.spec as Synthesized;

describe('scheduling', () => {
  test.each<[Toleration, object]>([
    [{}, { operator: 'Exists' }],
    [{ key: 'a' }, { operator: 'Exists', key: 'a' }],
    [
      { key: 'a', value: 'b', effect: 'NoSchedule' },
      { operator: 'Equal', key: 'a', value: 'b', effect: 'NoSchedule' },
    ],
    [
      { key: 'a', effect: 'NoExecute', tolerationSeconds: 5 },
      { operator: 'Exists', key: 'a', effect: 'NoExecute', tolerationSeconds: 5 },
    ],
  ])('tolerates %j by %j', (toleration, manifest) => {
    expect(podSpec({ tolerations: [toleration] }).tolerations).toEqual([manifest]);
  });

  test('keeps the pods of the workload apart, by wish or by demand, beside what was written', () => {
    const term = { topologyKey: 'zone', ...SELECTOR };
    expect(worker({ antiAffinity: { topologyKey: 'zone' } }).affinity).toEqual({
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }],
      },
    });
    const written = { topologyKey: 'host', labelSelector: { matchLabels: { a: 'b' } } };
    const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } };
    const affinity = {
      nodeAffinity,
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [written] },
    };
    expect(worker({ affinity }).affinity).toEqual(affinity);
    expect(worker({ affinity, antiAffinity: { topologyKey: 'zone', required: true } }).affinity).toEqual({
      nodeAffinity,
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [written, term] },
    });
    expect(
      worker({ affinity, antiAffinity: { topologyKey: 'zone', weight: 5 } }).affinity.podAntiAffinity,
    ).toEqual({
      requiredDuringSchedulingIgnoredDuringExecution: [written],
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, podAffinityTerm: term }],
    });
  });

  test('spreads the pods of the workload', () => {
    expect(
      worker({
        topologySpread: [
          { topologyKey: 'zone' },
          {
            topologyKey: 'host',
            maxSkew: 2,
            whenUnsatisfiable: 'DoNotSchedule',
            minDomains: 3,
            nodeAffinityPolicy: 'Ignore',
            nodeTaintsPolicy: 'Honor',
            matchLabelKeys: ['pod-template-hash'],
          },
        ],
      }).topologySpreadConstraints,
    ).toEqual([
      { topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', ...SELECTOR },
      {
        topologyKey: 'host',
        maxSkew: 2,
        whenUnsatisfiable: 'DoNotSchedule',
        minDomains: 3,
        nodeAffinityPolicy: 'Ignore',
        nodeTaintsPolicy: 'Honor',
        matchLabelKeys: ['pod-template-hash'],
        ...SELECTOR,
      },
    ]);
  });
});
