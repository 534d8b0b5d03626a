import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { ConfigMap, Deployment, EnvValue, Ingress, IngressBackend } from 'cdk8s-plus-28';

import { check } from '../lib/check/check';
import { type ObjectSet } from '../lib/model/object-set';
import { recordSources } from '../lib/source/record-sources';
import { collect } from '../lib/synth/collect';
import { toObjectSet } from '../lib/synth/to-object-set';

/**
 * The check of an app beside the collecting of its objects, in process: N web services of four objects each, a chart
 * each or all in one namespace, and the same with a fault in every Service and Ingress.
 *
 *     npm run bench:check
 */
interface Case {
  readonly name: string;
  readonly services: number;
  readonly namespace?: string;
  readonly isFaulty?: boolean;
  /** The namespace has quotas and a LimitRange. */
  readonly isLimited?: boolean;
}

const CASES: readonly Case[] = [
  { name: '1 object', services: 0 },
  { name: '400 objects', services: 100 },
  { name: '4,000 objects', services: 1000 },
  { name: '4,000 objects, all in one namespace', services: 1000, namespace: 'shop' },
  {
    name: '4,000 objects in one namespace, 2,000 findings',
    services: 1000,
    namespace: 'shop',
    isFaulty: true,
  },
  { name: '40,000 objects', services: 10_000 },
  {
    name: '40,000 objects in one namespace, 20,000 findings',
    services: 10_000,
    namespace: 'shop',
    isFaulty: true,
  },
  {
    name: '40,000 objects in one namespace, under quotas and limits',
    services: 10_000,
    namespace: 'shop',
    isLimited: true,
  },
];

function build({ services, namespace, isFaulty = false, isLimited = false }: Case): App {
  const app = new App();
  if (isLimited) limit(new Chart(app, 'limits', { namespace: namespace ?? 'shop' }));
  if (services === 0) new ConfigMap(new Chart(app, 'one'), 'config', { data: { LEVEL: 'info' } });
  for (let i = 0; i < services; i++) {
    const chart = new Chart(app, `service-${i}`, { namespace: namespace ?? `team-${i % 50}` });
    new ConfigMap(chart, 'config', { data: { LEVEL: 'info', GREETING: `hello ${i}` } });
    const deployment = new Deployment(chart, 'web', {
      replicas: 2,
      containers: [
        { image: 'nginx:1.27', portNumber: 8080, envVariables: { LEVEL: EnvValue.fromValue('info') } },
      ],
      podMetadata: { labels: { app: `service-${i}` } },
    });
    const service = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
    const ingress = new Ingress(chart, 'ingress', {
      rules: [{ host: `service-${i}.example.com`, backend: IngressBackend.fromService(service) }],
    });
    if (!isFaulty) continue;
    service.selectLabel('app', `servise-${i}`);
    ApiObject.of(ingress).addJsonPatch(
      JsonPatch.replace('/spec/rules/0/http/paths/0/backend/service/port/number', 8080),
    );
  }
  return app;
}

function limit(chart: Chart): void {
  const hard = { 'requests.cpu': '10k', 'limits.memory': '100Ti', pods: 1e6, configmaps: 1e6, services: 1e6 };
  const object = (kind: string, name: string, spec: object): ApiObject =>
    new ApiObject(chart, name, { apiVersion: 'v1', kind, metadata: { name }, spec });
  object('ResourceQuota', 'compute', { hard });
  object('ResourceQuota', 'best-effort', { hard: { pods: 10 }, scopes: ['BestEffort'] });
  object('LimitRange', 'limits', {
    limits: [{ type: 'Container', max: { memory: '4Gi', cpu: 4 }, default: { cpu: 2 } }],
  });
}

interface Run {
  readonly collect: number;
  readonly index: number;
  readonly check: number;
  readonly objects: number;
  readonly findings: number;
}

function run(one: Case): Run {
  const app = build(one);
  const seconds: number[] = [];
  const timed = <T>(work: () => T): T => {
    const start = process.hrtime.bigint();
    const result = work();
    seconds.push(Number(process.hrtime.bigint() - start) / 1e9);
    return result;
  };
  const collected = timed(() => collect(app));
  const set: ObjectSet = timed(() => toObjectSet([collected]));
  const findings = timed(() => check(set)).length;
  const [collecting = 0, indexing = 0, checking = 0] = seconds;
  return { collect: collecting, index: indexing, check: checking, objects: set.size, findings };
}

/** The middle one of some runs by the time of the check, after one that nobody counts. */
function median(runs: number, one: Case): Run {
  run(one);
  const all = Array.from({ length: runs }, () => run(one)).sort((a, b) => a.check - b.check);
  return all[runs >> 1] ?? run(one);
}

function main(): void {
  const stop = recordSources();
  console.log('| app | findings | collect s | object set s | check s | set + check / collect |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const one of CASES) {
    const {
      collect: collecting,
      index,
      check: checking,
      findings,
    } = median(one.services > 1000 ? 1 : 5, one);
    const ratio = (index + checking) / collecting;
    const cells = [
      one.name,
      findings,
      ...[collecting, index, checking].map((s) => s.toFixed(4)),
      ratio.toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  stop();
}

main();
