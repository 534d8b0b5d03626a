/** Shows that a judge of a version works, before anybody relies on its word; and measures it. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { ApiObject } from './api';
import { startJudge, type Judge } from './judge';
import { release } from './versions';

const asked = 500;

const labels = { app: 'web' };
const pod = {
  metadata: { labels },
  spec: { containers: [{ name: 'web', image: 'example.org/web:1', ports: [{ containerPort: 8080 }] }] },
};
const deployment = (name: string, replicas: number, template: object): ApiObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { replicas, selector: { matchLabels: labels }, template },
});

/** Measures and tries a version; resolves to lines for people, rejects when something is not as it has to be. */
export async function smoke(version: string): Promise<string[]> {
  return [...(await smokeAdmission(version)), ...(await smokeControllers(version))].map(
    (line) => `${version}  ${line}`,
  );
}

async function smokeAdmission(version: string): Promise<string[]> {
  const started = performance.now();
  const judge = await startJudge({ version });
  const ready = performance.now() - started;
  try {
    const { stdout } = await judge.kubectl(['version', '--output=json']);
    const told = JSON.parse(stdout) as Record<'clientVersion' | 'serverVersion', { gitVersion: string }>;
    assert.equal(told.serverVersion.gitVersion, `v${release(version).kubernetes}`);
    assert.equal(told.clientVersion.gitVersion, `v${release(version).kubernetes}`);

    await assertRefusals(judge);
    const before = performance.now();
    for (let i = 0; i < asked; i += 1) {
      const verdict = await judge.create(deployment(`web-${i}`, 1, pod), { dryRun: true });
      assert(verdict.accepted);
    }
    const each = (performance.now() - before) / asked;
    const memory = memoryOf(judge);
    const ending = performance.now();
    await judge.stop();
    const ended = performance.now() - ending;
    return [
      `ready in ${seconds(ready)}, stopped in ${seconds(ended)}, ${memory}`,
      `a dry run of a Deployment in ${each.toFixed(1)} ms (mean of ${asked}, one after the other)`,
    ];
  } finally {
    await judge.stop();
  }
}

async function assertRefusals(judge: Judge): Promise<void> {
  const port = {
    ...pod,
    spec: { containers: [{ name: 'web', image: 'web:1', ports: [{ containerPort: 80000 }] }] },
  };
  const badPort = await judge.create({ apiVersion: 'v1', kind: 'Pod', ...port, metadata: { name: 'a' } });
  assert(!badPort.accepted);
  assert.deepEqual(
    badPort.status.details?.causes?.map((cause) => cause.field),
    ['spec.containers[0].ports[0].containerPort'],
  );
  const unknownField = await judge.create({ ...deployment('a', 1, pod), sepc: {} }, { dryRun: true });
  assert(!unknownField.accepted);
  assert.match(unknownField.status.message, /unknown field "sepc"/);
  const unknownKind = await judge.create({
    apiVersion: 'apps/v1',
    kind: 'Deploiment',
    metadata: { name: 'a' },
  });
  assert(!unknownKind.accepted);

  // An admission plugin that only warns.
  await judge.createNamespace('strict', { 'pod-security.kubernetes.io/warn': 'restricted' });
  const warned = await judge.create({
    apiVersion: 'v1',
    kind: 'Pod',
    ...pod,
    metadata: { name: 'a', namespace: 'strict' },
  });
  assert(warned.accepted);
  assert.match(
    warned.warnings[0] ?? '',
    /^would violate PodSecurity "restricted:latest": allowPrivilegeEscalation/,
  );

  // A quota refuses nothing before its status is known, which a controller writes or we do.
  await judge.createNamespace('small');
  const hard = { 'count/configmaps': '0' };
  const quota: ApiObject = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'none', namespace: 'small' },
    spec: { hard },
  };
  const made = await judge.create(quota);
  assert(made.accepted);
  const path = '/api/v1/namespaces/small/resourcequotas/none/status';
  const used = { 'count/configmaps': '0' };
  assert.equal((await judge.request('PUT', path, { ...made.object, status: { hard, used } })).code, 200);
  const config: ApiObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', namespace: 'small' },
  };
  await judge.until(
    'the quota to refuse',
    async () => !(await judge.create(config, { dryRun: true })).accepted,
  );
}

async function smokeControllers(version: string): Promise<string[]> {
  const started = performance.now();
  const judge = await startJudge({ version, controllers: true, nodes: 2 });
  const ready = performance.now() - started;
  try {
    const applied = performance.now();
    const service = { selector: labels, ports: [{ port: 80, targetPort: 8080 }] };
    await create(judge, deployment('web', 3, pod));
    await create(judge, { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: service });
    await judge.until('3 available replicas', async () => (await available(judge, 'web')) === 3);
    await judge.until('3 endpoints', async () => (await endpoints(judge, 'web')) === 3);
    const rolledOut = performance.now() - applied;

    const task = { spec: { ...pod.spec, restartPolicy: 'Never' } };
    const job = { completions: 2, parallelism: 2, template: task };
    await create(judge, { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'task' }, spec: job });
    const finished = ['wait', '--for=condition=Complete', '--timeout=60s', 'job/task'];
    const { code, stderr } = await judge.kubectl(finished);
    assert.equal(code, 0, stderr);

    const lacking = { ...pod.spec.containers[0], envFrom: [{ configMapRef: { name: 'absent' } }] };
    const stuck = { metadata: { labels: { app: 'stuck' } }, spec: { containers: [lacking] } };
    const selector = { matchLabels: { app: 'stuck' } };
    await create(judge, { ...deployment('stuck', 1, stuck), spec: { selector, template: stuck } });
    await judge.until('CreateContainerConfigError', async () => {
      const pods = await judge.kubectl(['get', 'pods', '--selector=app=stuck']);
      return pods.stdout.includes('CreateContainerConfigError');
    });
    return [
      `with controllers and 2 nodes: ready in ${seconds(ready)}, ${memoryOf(judge)}`,
      `a Deployment of 3 and its endpoints in ${seconds(rolledOut)}`,
    ];
  } finally {
    await judge.stop();
  }
}

async function create(judge: Judge, object: ApiObject): Promise<void> {
  const verdict = await judge.create(object);
  assert(verdict.accepted, verdict.accepted ? '' : verdict.status.message);
}

async function available(judge: Judge, name: string): Promise<number> {
  const { body } = await judge.get(`/apis/apps/v1/namespaces/default/deployments/${name}`);
  return (body as { status: { availableReplicas?: number } }).status.availableReplicas ?? 0;
}

async function endpoints(judge: Judge, service: string): Promise<number> {
  const selector = encodeURIComponent(`kubernetes.io/service-name=${service}`);
  const path = `/apis/discovery.k8s.io/v1/namespaces/default/endpointslices?labelSelector=${selector}`;
  const { items } = (await judge.get(path)).body as { items: { endpoints?: unknown[] }[] };
  return items.reduce((sum, { endpoints: ready }) => sum + (ready?.length ?? 0), 0);
}

function memoryOf(judge: Judge): string {
  const each = [...judge.processes].map(([name, pid]) => ({ name, mib: residentMebibytes(pid) }));
  const sum = each.reduce((total, { mib }) => total + mib, 0);
  return `${sum} MiB (${each.map(({ name, mib }) => `${name} ${mib}`).join(', ')})`;
}

function residentMebibytes(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kibibytes ?? 0) / 1024);
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
