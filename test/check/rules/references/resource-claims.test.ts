import { checkManifests } from '../../manifests';

const found = (text: string) => checkManifests(text).filter(({ code }) => code === 'K381');
const claims = (written: string, rest = ''): string => `apiVersion: batch/v1
kind: CronJob
metadata: { name: train, namespace: lab }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          resourceClaims: [${written}]
          containers: [{ name: train, image: example.com/train:1.0.0, resources: { claims: [{ name: gpu }] } }]
---
${rest}`;
const object = (kind: string, name: string, namespace = 'lab'): string => `apiVersion: resource.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec: { }
---
`;

describe('the device that a pod asks for', () => {
  test('is looked for where the template is, by the kind that the field is about', () => {
    const one = claims('{ name: gpu, resourceClaimName: shared }');
    const template = claims('{ name: gpu, resourceClaimTemplateName: shared }');
    const [finding] = found(one + object('ResourceClaimTemplate', 'shared'));
    expect(finding?.title).toBe(
      'CronJob `lab/train` asks for the ResourceClaim `shared`, which is not there',
    );
    expect(finding?.path).toBe('/spec/jobTemplate/spec/template/spec/resourceClaims/0/resourceClaimName');
    expect(found(template + object('ResourceClaim', 'shared'))[0]?.notes[0]).toContain(
      'FailedResourceClaimCreation',
    );
    expect(found(one + object('ResourceClaim', 'shared'))).toEqual([]);
    expect(found(template + object('ResourceClaimTemplate', 'shared'))).toEqual([]);
  });

  test('is one of the namespace of the pod', () => {
    const [finding] = found(
      claims('{ name: gpu, resourceClaimName: shared }', object('ResourceClaim', 'shared', 'team')),
    );
    expect(finding?.notes).toContain(
      'there is one in `team`, but a pod takes each ResourceClaim from its own namespace',
    );
  });

  test('may be declared', () => {
    const external = { objects: [{ kind: 'resource.k8s.io/ResourceClaim', namespace: 'lab' }] };
    const text = claims('{ name: gpu, resourceClaimName: shared }');
    expect(checkManifests(text, { external }).filter(({ code }) => code === 'K381')).toEqual([]);
  });
});
