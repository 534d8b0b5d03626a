/** Shows on a judge what the rules about quotas and limits say of their examples: `bad` is refused, `good` is not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { isJsonObject, objectField } from '../../lib/model/json-object';
import { type JsonObject } from '../../lib/model/json-value';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { usedIn } from './used';

/**
 * Rules whose consequence is more than a refusal: rollouts.ts shows where rollouts stand still (K404), and which of two
 * defaults counts cannot be seen in one answer (K415).
 */
const UNSEEN = ['K404', 'K415'];

/** What differs from what the rules say. */
export async function tryConsequences(judge: Judge): Promise<readonly string[]> {
  const faults: string[] = [];
  const rules = RULES.filter(({ code, group }) => group === 'capacity' && !UNSEEN.includes(code));
  for (const rule of rules) {
    for (const kind of ['bad', 'good'] as const) {
      for (const [index, { manifests }] of rule[kind].entries()) {
        const namespace = `${rule.code.toLowerCase()}-${kind}-${index}`;
        const fault = await tryExample(judge, rule, kind, namespace, manifests);
        if (fault !== undefined) faults.push(`${rule.code}, ${kind} ${index}: ${fault}`);
      }
    }
  }
  return faults;
}

async function tryExample(
  judge: Judge,
  { code }: Rule,
  kind: 'bad' | 'good',
  namespace: string,
  manifests: string,
): Promise<string | undefined> {
  await judge.createNamespace(namespace);
  const objects = exampleObjects(manifests, 'example.yaml').map(({ object }) => movedTo(namespace, object));
  const bounds = objects.filter(({ kind: of }) => of === 'LimitRange' || of === 'ResourceQuota');
  const refusals: string[] = [];
  const create = async (object: JsonObject): Promise<void> => {
    const verdict = await judge.create(object as unknown as ApiObject);
    if (!verdict.accepted) refusals.push(verdict.status.message);
  };
  for (const each of bounds) await create(each);
  const quotas = bounds.filter(({ kind: of }) => of === 'ResourceQuota');
  await judge.until('quotas with a status', async () => {
    const used = Object.values(await usedIn(judge, namespace));
    return used.length === quotas.length && used.every((each) => Object.keys(each).length > 0);
  });
  await sleep(1000);
  for (const each of objects) {
    if (bounds.includes(each)) continue;
    await create(each);
    // Nobody waits for its hour.
    if (each.kind === 'CronJob') await create(jobOf(each, namespace));
  }
  if (code === 'K405') await provoke(judge, namespace, objects);
  const seen = async (): Promise<readonly string[]> => [...refusals, ...(await failures(judge, namespace))];
  if (kind === 'good') {
    await sleep(4000);
    const all = await seen();
    return all.length === 0 ? undefined : `refused: ${all[0] ?? ''}`;
  }
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if ((await seen()).length > 0) return undefined;
    await sleep(250);
  }
  return 'nothing is refused';
}

/** Sets the replicas as the autoscaler would under load. */
async function provoke(judge: Judge, namespace: string, objects: readonly JsonObject[]): Promise<void> {
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/api`;
  await judge.until('the replicas', async () => {
    const { spec, status } = (await judge.get(path)).body as {
      spec: { replicas: number };
      status: { availableReplicas?: number };
    };
    return status.availableReplicas === spec.replicas;
  });
  const autoscaler = objects.find(({ kind }) => kind === 'HorizontalPodAutoscaler');
  const spec = { replicas: objectField(autoscaler, 'spec')?.maxReplicas };
  await judge.request('PATCH', path, { spec }, 'application/merge-patch+json');
}

function movedTo(namespace: string, object: JsonObject): JsonObject {
  return { ...object, metadata: { ...objectField(object, 'metadata'), namespace } };
}

function jobOf(cronJob: JsonObject, namespace: string): JsonObject {
  const template = objectField(objectField(cronJob, 'spec'), 'jobTemplate');
  const spec = template?.spec;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'now', namespace },
    ...(isJsonObject(spec) && { spec }),
  };
}

/** What controllers could not create. */
async function failures(judge: Judge, namespace: string): Promise<readonly string[]> {
  const { body } = await judge.get(`/api/v1/namespaces/${namespace}/events`);
  const { items } = body as { items: readonly { reason?: string; message?: string }[] };
  return items.flatMap(({ reason, message }) => (reason === 'FailedCreate' ? (message ?? '') : []));
}
