/** How rollouts go on under a quota that has no room for their surge, against what K404 says. */
import { check } from '../../lib/check/check';
import { type JsonObject } from '../../lib/model/json-value';
import { parseKubernetesVersion } from '../../lib/model/kubernetes-version';
import { ObjectSet } from '../../lib/model/object-set';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { usedIn } from './used';

interface Case {
  readonly replicas: number;
  readonly pods: number;
  readonly rollingUpdate?: JsonObject;
}

const CASES: readonly Case[] = [
  { replicas: 3, pods: 3 },
  { replicas: 4, pods: 4 },
  { replicas: 3, pods: 3, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  { replicas: 3, pods: 4, rollingUpdate: { maxSurge: '100%', maxUnavailable: 0 } },
  { replicas: 2, pods: 2, rollingUpdate: { maxSurge: 2, maxUnavailable: 1 } },
  { replicas: 2, pods: 2, rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  { replicas: 2, pods: 3, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
];

interface Deployment {
  readonly metadata: { readonly generation: number };
  readonly spec: { readonly replicas: number };
  readonly status: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly conditions?: readonly { readonly reason: string }[];
  };
}

/** What differs from what the check says: an error stands still, all else comes to its end. */
export async function tryRollouts(judge: Judge): Promise<readonly string[]> {
  const tried = CASES.map(async (one, index) => {
    const namespace = `rollout-${index}`;
    const objects = manifests(one, namespace);
    const said = check(new ObjectSet(objects.map((object) => ({ object }))), {
      target: parseKubernetesVersion(judge.version),
    }).filter(({ code }) => code === 'K404');
    const stands = await standsStill(judge, namespace, objects);
    if (stands === said.some(({ severity }) => severity === 'error')) return [];
    const seen = stands ? 'stands still' : 'comes to its end';
    return [
      `${JSON.stringify(one)}: ${seen}, and the check says ${said.map(({ title }) => title).join() || 'nothing'}`,
    ];
  });
  return (await Promise.all(tried)).flat();
}

async function standsStill(
  judge: Judge,
  namespace: string,
  objects: readonly JsonObject[],
): Promise<boolean> {
  await judge.createNamespace(namespace);
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/api`;
  const read = async (): Promise<Deployment> => (await judge.get(path)).body as Deployment;
  for (const object of objects) {
    await judge.create(object as unknown as ApiObject);
    await judge.until(
      'a quota with a status',
      async () => Object.keys((await usedIn(judge, namespace)).few ?? {}).length > 0,
    );
  }
  const isDone = ({ metadata, spec, status }: Deployment): boolean =>
    status.observedGeneration === metadata.generation &&
    [status.replicas, status.updatedReplicas, status.availableReplicas].every(
      (count) => count === spec.replicas,
    );
  await judge.until('the replicas', async () => isDone(await read()));
  const change = { spec: { template: { metadata: { annotations: { changed: 'yes' } } } } };
  await judge.request('PATCH', path, change, 'application/merge-patch+json');
  let stands = false;
  await judge.until('the end of the rollout, or of patience', async () => {
    const deployment = await read();
    stands =
      deployment.status.conditions?.some(({ reason }) => reason === 'ProgressDeadlineExceeded') === true;
    return stands || isDone(deployment);
  });
  return stands;
}

function manifests({ replicas, pods, rollingUpdate }: Case, namespace: string): readonly JsonObject[] {
  const labels = { app: 'api' };
  const template = {
    metadata: { labels },
    // Pods that are to go are gone at once; while they go, they count.
    spec: { terminationGracePeriodSeconds: 0, containers: [{ name: 'api', image: 'example.org/api:1' }] },
  };
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'few', namespace },
      spec: { hard: { pods } },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api', namespace },
      spec: {
        replicas,
        // Refused pods are tried again after a while that doubles each time.
        progressDeadlineSeconds: 75,
        selector: { matchLabels: labels },
        ...(rollingUpdate && { strategy: { rollingUpdate } }),
        template,
      },
    },
  ];
}
