/** Releases by two Deployments: what a person does, step by step. */
import { deploymentUpdateOf } from '../../lib/check/capacity/demand/updates';
import { type JsonObject } from '../../lib/model/json-value';
import { canaryRollout, switchRollout } from '../../lib/model/rollout/track-rollout';
import { type ApiObject } from '../api';
import { type CanaryCase, type SwitchCase } from './cases';
import { type Judge } from '../judge';
import { STAYING } from './counts';
import { isReady, Recording } from './recording';
import { inTitle, pace, renewal, type Trial } from './trials';
import { workload } from './workloads';

const DEPLOYMENTS = '/apis/apps/v1/namespaces/NAMESPACE/deployments';

/** Blue is live and green becomes it. */
export function switchTrial({ live, idle, update, wave }: SwitchCase): Trial {
  const strategy: JsonObject = { rollingUpdate: { ...update } };
  const [blue, green] = ['blue', 'green'].map((name) => ({ name, labels: { color: name } }));
  const spec = (replicas: number): JsonObject => ({ replicas, strategy });
  const scale = (name: string, replicas: number): { path: string; patch: JsonObject } => ({
    path: `${DEPLOYMENTS}/${name}`,
    patch: { spec: { replicas } },
  });
  return {
    kind: 'blue/green',
    title: inTitle({ live, idle, ...update, wave }),
    objects: [
      service({ color: 'blue' }),
      workload('Deployment', spec(live), { ...blue }),
      workload('Deployment', spec(idle), { ...green }),
    ],
    rollout: switchRollout({ live, idle, update: deploymentUpdateOf(spec(idle)) }, pace(wave)),
    acts: [
      ...(idle > 0 ? [{ before: /^idle: /, ...renewal('deployments', { ...green }) }] : []),
      ...(idle < live
        ? [
            {
              before: /beside the old/,
              ...(idle > 0 ? scale('green', live) : renewal('deployments', { ...green }, { replicas: live })),
            },
          ]
        : []),
      {
        before: /the Service sends/,
        path: '/api/v1/namespaces/NAMESPACE/services/web',
        patch: { spec: { selector: { color: 'green' } } },
      },
      { before: /told to end/, ...scale('blue', idle) },
    ],
    by: 'sets',
    compared: STAYING,
    serves: true,
  };
}

/** The stable Deployment is updated when the canary runs, which goes then. */
export function canaryTrial({ stable, canary, update, wave }: CanaryCase): Trial {
  const spec: JsonObject = { replicas: stable, strategy: { rollingUpdate: { ...update } } };
  const traits = { name: 'stable', labels: { track: 'stable' } };
  const bird = workload(
    'Deployment',
    { replicas: canary },
    { name: 'canary', labels: { track: 'canary' }, version: 'new' },
  );
  return {
    kind: 'canary',
    title: inTitle({ stable, canary, ...update, wave }),
    objects: [service({}), workload('Deployment', spec, traits)],
    rollout: canaryRollout({ stable, canary, update: deploymentUpdateOf(spec) }, pace(wave)),
    acts: [
      { before: /canary pods? made/, path: DEPLOYMENTS, object: bird },
      { before: /^stable: /, ...renewal('deployments', traits) },
      {
        before: /canary pods? told to end/,
        path: `${DEPLOYMENTS}/canary`,
        patch: { spec: { replicas: 0 } },
      },
    ],
    by: 'sets',
    compared: STAYING,
    serves: true,
  };
}

/** Version and replicas of an idle Deployment changed at once: it is scaled first, so that there are more old pods. */
export async function tryBothAtOnce(judge: Judge): Promise<readonly string[]> {
  const namespace = 'both-at-once';
  await judge.createNamespace(namespace);
  const recording = new Recording(judge, namespace);
  try {
    await judge.create(workload('Deployment', { replicas: 1 }), { namespace });
    await judge.until('an old pod', async () => Promise.resolve(recording.pods.some(isReady)));
    const { path, patch } = renewal('deployments', {}, { replicas: 4 });
    const at = path.replace('NAMESPACE', namespace);
    await judge.request('PATCH', at, patch, 'application/strategic-merge-patch+json');
    const isScaled = (): boolean =>
      recording.moments.some(({ sets }) => sets.old === 4 && sets.starting === 0);
    await judge.until('old pods', async () => Promise.resolve(isScaled()), 20_000);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    recording.stop();
  }
}

function service(labels: Readonly<Record<string, string>>): ApiObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web', ...labels }, ports: [{ port: 80 }] },
  };
}
