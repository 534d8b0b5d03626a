/** What admission policies make of a Deployment. */
import { type Observer } from './consequence';
import { type Scene } from './scene';
import { type Verdict } from '../api';

/** A Deployment of so many replicas is admitted. */
export function admits(replicas: number): Observer {
  return async (scene) => {
    const { accepted } = await ask(scene, replicas);
    return accepted ? `a Deployment of ${replicas} replicas is admitted` : undefined;
  };
}

/** A Deployment of so many replicas is refused by a policy. */
export function denies(replicas: number): Observer {
  return async (scene) => {
    const verdict = await ask(scene, replicas);
    if (verdict.accepted || !verdict.status.message.includes('ValidatingAdmissionPolicy')) return undefined;
    return verdict.status.message;
  };
}

async function ask({ judge, namespace }: Scene, replicas: number): Promise<Verdict> {
  const labels = { app: 'any' };
  return judge.create(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'any', namespace },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'any', image: 'example.com/any:1.0.0' }] },
        },
      },
    },
    { dryRun: true },
  );
}
