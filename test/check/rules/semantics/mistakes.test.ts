import { check } from '../../../../lib/check/check';
import { ObjectSet } from '../../../../lib/model/object-set';
import { readManifests } from '../../../../lib/read/read-manifests';

/** Code and place of each error. */
const errors = (yaml: string): string[] =>
  check(new ObjectSet(readManifests(yaml, 'a.yaml').objects), { target: '1.35' })
    .filter(({ severity, code }) => severity === 'error' && /^K[12]/.test(code))
    .map(({ code, path = '' }) => `${code} ${path}`);

describe('mistakes of notes on Kubernetes are refused as the API server refuses them', () => {
  it('a field of another version, and of nothing that lacks because of it', () => {
    const metrics = '[{ type: Resource, resource: { name: cpu, targetAverageUtilization: 30 } }]';
    expect(
      errors(`
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: busy }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: ReplicaSet, name: busy }, maxReplicas: 10, metrics: ${metrics} }
`),
    ).toEqual(['K101 /spec/metrics/0/resource/targetAverageUtilization']);
  });

  it('the names of fields and kinds in lower case', () => {
    expect(errors('apiversion: v1\nkind: pod\nmetadata: { name: a }')).toEqual([
      'K110 /apiversion',
      'K110 /kind',
    ]);
  });

  it('one map where there is a list', () => {
    expect(
      errors(
        'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n  selector: { app: a }\n  ports:\n    port: 80',
      ),
    ).toEqual(['K103 /spec/ports']);
  });

  it('a resource that containers do not have', () => {
    expect(
      errors(`
apiVersion: v1
kind: Pod
metadata: { name: a }
spec:
  containers:
    - { name: a, image: a, resources: { limits: { storage: 1Gi }, requests: { storage: 1Gi } } }
`),
    ).toEqual([
      'K206 /spec/containers/0/resources/limits/storage',
      'K206 /spec/containers/0/resources/requests/storage',
    ]);
  });
});
