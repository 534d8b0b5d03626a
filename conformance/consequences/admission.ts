/** What admission policies make of a Deployment. */
import { type Verdict } from '../api';
import { type Judge } from '../judge';
import { type Observer } from './consequence';
import { type Scene } from './scene';

/** A Deployment of so many replicas is admitted. */
export function admits(replicas: number): Observer {
  return async (scene) => {
    const { accepted } = await ask(scene, replicas);
    return accepted ? `a Deployment of ${replicas} replicas is admitted` : undefined;
  };
}

/** A Deployment of so many replicas is refused by a policy, with words such as these. */
export function denies(replicas: number, words = /ValidatingAdmissionPolicy/): Observer {
  return async (scene) => {
    const verdict = await ask(scene, replicas);
    if (verdict.accepted || !words.test(verdict.status.message)) return undefined;
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

/**
 * Has a policy with parameters that is about nothing. When the last policy whose parameters are ConfigMaps is gone the
 * API server ends the watch of them, and those of the next policy are not found any more.
 */
export async function keepParameters(judge: Judge): Promise<void> {
  const metadata = { name: 'keeps-parameters' };
  await judge.create({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata,
    spec: {
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: {
        resourceRules: [
          { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] },
        ],
      },
      validations: [{ expression: 'true' }],
    },
  });
  await judge.create({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata,
    spec: {
      policyName: metadata.name,
      validationActions: ['Audit'],
      paramRef: { name: 'none', namespace: 'default', parameterNotFoundAction: 'Allow' },
      matchResources: { namespaceSelector: { matchLabels: { [metadata.name]: 'nowhere' } } },
    },
  });
}
