/** What webhooks that do not answer do to pods. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Observer } from './consequence';
import { podsRun } from './observers';
import { type Scene } from './scene';

/** Marks the namespace as one that the webhook of the example is about. */
export async function checkNamespace({ judge, namespace }: Scene): Promise<void> {
  const change = { metadata: { labels: { 'example.com/checked': 'true' } } };
  const path = `/api/v1/namespaces/${namespace}`;
  await judge.request('PATCH', path, change, 'application/merge-patch+json');
}

/** A pod is refused with words such as these. */
export function podDenied(words: RegExp): Observer {
  return async ({ judge, namespace }) => {
    const verdict = await judge.create(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'any', namespace },
        spec: { containers: [{ name: 'any', image: 'example.com/any:1.0.0' }] },
      },
      { dryRun: true },
    );
    return !verdict.accepted && words.test(verdict.status.message) ? verdict.status.message : undefined;
  };
}

/** Deletes all pods, once the API server knows of the webhooks: their controllers make others. */
export async function restart(scene: Scene): Promise<void> {
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 3000);
  await sleep(1500);
  await scene.judge.request('DELETE', `/api/v1/namespaces/${scene.namespace}/pods`);
}
