// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { type Chart } from 'cdk8s';
import { NodeAgent, type ReadinessProbe, ReplicaGroup, type RestartProbe, ScheduledJob } from 'kubewright';
import { type ServiceOptions, StatefulService, type Toleration, Worker } from 'kubewright';

const image = 'a:1';

export function workloads(chart: Chart): void {
  new Worker(chart, 'scaled', { image, autoscale: { max: 3, memory: { averageValue: '1Gi' } } });
  // @ts-expect-error: every apply would reset the scale
  new Worker(chart, 'both', { image, replicas: 2, autoscale: { max: 3 } });
  // @ts-expect-error: variables are text
  new Worker(chart, 'number', { image, env: { PORT: 8080 } });
  // @ts-expect-error: no such field
  new Worker(chart, 'patched', { image, patch: { deployment: { spec: { replica: 2 } } } });
  // @ts-expect-error: a surge of nodes leaves no pod missing
  new NodeAgent(chart, 'agent', { image, update: { maxSurge: 1, maxUnavailable: 1 } });
  // @ts-expect-error: the operators begin with a capital
  new ReplicaGroup(chart, 'group', { image, matchExpressions: [{ key: 'a', operator: 'exists' }] });
  // @ts-expect-error: the Service of a StatefulSet is headless
  new StatefulService(chart, 'db', { image, service: { type: 'ClusterIP' } });
}

export function schedules(chart: Chart, text: string): void {
  new ScheduledJob(chart, 'a', { image, schedule: '30 3 * * mon-fri' });
  new ScheduledJob(chart, 'b', { image, schedule: '@daily' });
  new ScheduledJob(chart, 'c', { image, schedule: text });
  // @ts-expect-error: four fields
  new ScheduledJob(chart, 'd', { image, schedule: '30 3 * *' });
  // @ts-expect-error: six fields
  new ScheduledJob(chart, 'e', { image, schedule: '0 30 3 * * *' });
  // @ts-expect-error: no such day
  new ScheduledJob(chart, 'f', { image, schedule: '0 0 0 * *' });
  // @ts-expect-error: zones have a property
  new ScheduledJob(chart, 'g', { image, schedule: 'TZ=UTC 0 0 * * *' });
}

export const ready: ReadinessProbe<never> = { exec: ['a'], successThreshold: 2 };
export const alive: RestartProbe<never> = { grpc: { port: 9000 }, terminationGracePeriodSeconds: 5 };
// @ts-expect-error: it is always 1
export const threshold: RestartProbe<never> = { exec: ['a'], successThreshold: 2 };
// @ts-expect-error: only a probe that restarts has it
export const grace: ReadinessProbe<never> = { exec: ['a'], terminationGracePeriodSeconds: 5 };
// @ts-expect-error: exactly one handler
export const two: ReadinessProbe<never> = { exec: ['a'], tcpSocket: 80 };
// @ts-expect-error: exactly one handler
export const none: ReadinessProbe<never> = { periodSeconds: 5 };

export const tolerations: readonly Toleration[] = [{}, { key: 'a' }, { key: 'a', value: 'b' }];
// @ts-expect-error: the operator follows from the value
export const operator: Toleration = { key: 'a', value: 'b', operator: 'Exists' };
// @ts-expect-error: a value is of a key
export const keyless: Toleration = { value: 'b' };
// @ts-expect-error: only NoExecute evicts
export const seconds: Toleration = { key: 'a', effect: 'NoSchedule', tolerationSeconds: 5 };

export const headless: ServiceOptions = { type: 'Headless', publishNotReadyAddresses: true };
// @ts-expect-error: a headless Service has no address
export const address: ServiceOptions = { type: 'Headless', clusterIP: '10.0.0.1' };
// @ts-expect-error: traffic from outside needs a way in
export const outside: ServiceOptions = { type: 'ClusterIP', externalTrafficPolicy: 'Local' };
// @ts-expect-error: no such type
export const type: ServiceOptions = { type: 'Nodeport' };
