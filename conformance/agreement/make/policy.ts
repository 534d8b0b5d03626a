import { type Dice, type Json, type JsonMap } from '../dice';
import { labelSelector, metadata, nameOnly } from './metadata';

const scaleTarget = (d: Dice): JsonMap =>
  d.pick<JsonMap>(
    { apiVersion: 'apps/v1', kind: 'Deployment', name: d.label() },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', name: d.name() },
    { apiVersion: 'example.com/v1', kind: 'Thing', name: d.label() },
  );

const utilization = (d: Dice): JsonMap => ({ type: 'Utilization', averageUtilization: d.of([1, 60, 150]) });
const average = (d: Dice): JsonMap => ({ type: 'AverageValue', averageValue: d.of(['10', '500m', 1]) });
const value = (d: Dice): JsonMap => ({ type: 'Value', value: d.of(['10', '2k', 5]) });
const metricName = (d: Dice): JsonMap => ({
  name: d.of(['requests', 'queue_length', 'a.b']),
  ...d.opt({ selector: () => labelSelector(d) }),
});

const metric = (d: Dice): JsonMap =>
  d.pick<() => JsonMap>(
    () => ({
      type: 'Resource',
      resource: { name: d.of(['cpu', 'memory']), target: d.yes() ? utilization(d) : average(d) },
    }),
    () => ({
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container: 'main', target: d.yes() ? utilization(d) : average(d) },
    }),
    () => ({ type: 'Pods', pods: { metric: metricName(d), target: average(d) } }),
    () => ({
      type: 'Object',
      object: {
        describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: d.label() },
        metric: metricName(d),
        target: d.yes() ? value(d) : average(d),
      },
    }),
    () => ({
      type: 'External',
      external: { metric: metricName(d), target: d.yes() ? value(d) : average(d) },
    }),
  )();

const scaling = (d: Dice): JsonMap => ({
  ...d.opt(
    {
      stabilizationWindowSeconds: () => d.of([0, 300, 3600]),
      selectPolicy: () => d.of(['Max', 'Min', 'Disabled']),
      policies: () =>
        d.list(1, 2, () => ({
          type: d.of(['Pods', 'Percent']),
          value: d.of([1, 50]),
          periodSeconds: d.of([1, 60, 1800]),
        })),
    },
    0.6,
  ),
});

export function horizontalPodAutoscaler(d: Dice): JsonMap {
  return {
    metadata: metadata(d),
    spec: {
      scaleTargetRef: scaleTarget(d),
      maxReplicas: d.of([5, 10, 100]),
      ...d.opt(
        {
          minReplicas: () => d.of([1, 5]),
          metrics: () => d.list(0, 3, () => metric(d)),
          behavior: () => d.opt({ scaleUp: () => scaling(d), scaleDown: () => scaling(d) }, 0.7),
        },
        0.7,
      ),
    },
  };
}

export const horizontalPodAutoscalerV1 = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    scaleTargetRef: scaleTarget(d),
    maxReplicas: d.of([5, 10]),
    ...d.opt({ minReplicas: () => 2, targetCPUUtilizationPercentage: () => d.of([50, 1]) }, 0.6),
  },
});

export const podDisruptionBudget = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    ...d.pick<JsonMap>(
      {},
      { minAvailable: d.of<Json>([1, '50%', 0]) },
      { maxUnavailable: d.of<Json>([1, '100%', 0]) },
    ),
    ...d.opt(
      {
        selector: () => labelSelector(d),
        unhealthyPodEvictionPolicy: () => d.of(['IfHealthyBudget', 'AlwaysAllow']),
      },
      0.8,
    ),
  },
});

export const priorityClass = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  value: d.of([0, 1000, -10, 1_000_000_000]),
  ...d.opt({
    globalDefault: () => d.chance(0.2),
    description: () => d.text(),
    preemptionPolicy: () => d.of(['PreemptLowerPriority', 'Never']),
  }),
});

export const runtimeClass = (d: Dice): JsonMap => ({
  metadata: metadata(d, d.label()),
  handler: d.of(['runsc', 'kata-qemu', 'a']),
  ...d.opt({
    overhead: () => ({ podFixed: { cpu: '250m', memory: '120Mi' } }),
    scheduling: () =>
      d.opt(
        {
          nodeSelector: () => d.labels(),
          tolerations: () =>
            d.sample<Json>(
              [
                { key: 'a', operator: 'Exists' },
                { key: 'b', value: 'x', effect: 'NoSchedule' },
              ],
              0,
            ),
        },
        0.7,
      ),
  }),
});

export const lease = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  ...d.opt(
    {
      spec: () =>
        d.opt(
          {
            holderIdentity: () => d.of(['me', 'node-1_abc']),
            leaseDurationSeconds: () => d.of([1, 15]),
            acquireTime: () => '2026-01-31T00:00:00.000000Z',
            renewTime: () => '2026-01-31T00:00:01.123456Z',
            leaseTransitions: () => d.of([0, 3]),
          },
          0.5,
        ),
    },
    0.9,
  ),
});

export const controllerRevision = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  revision: d.of([0, 1]),
  data: nameOnly(d),
});
