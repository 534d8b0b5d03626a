import { checkManifests } from '../../manifests';

const pod = (container: string, rest = ''): string => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ${container}
${rest}`;
const codes = (manifests: string): string[] =>
  checkManifests(manifests).flatMap(({ code, path }) =>
    /^K[12]/.test(code) ? [`${code} ${path ?? ''}`] : [],
  );

describe('what the schema tells of a field', () => {
  it('is not told again where it refuses the field', () => {
    expect(codes(pod('ports: [{ containerPort: 80000, protocol: HTTP }]'))).toEqual([
      'K104 /spec/containers/0/ports/0/protocol',
      'K204 /spec/containers/0/ports/0/containerPort',
    ]);
  });

  it('hides nothing that the server refuses where it merely warns', () => {
    expect(codes(pod('ports: [{ name: a, containerPort: 1 }, { name: a, containerPort: 1 }]'))).toEqual([
      'K109 /spec/containers/0/ports/1',
      'K204 /spec/containers/0/ports/1/name',
    ]);
  });
});

it('tells of a selector that is not there, and not that it matches no labels', () => {
  const set = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'example.com/web:1.0.0' }] }
`;
  expect(codes(set)).toEqual(['K102 /spec/selector']);
  expect(codes(set.replace('Deployment', 'DaemonSet'))).toEqual(['K102 /spec/selector']);
});

it('tells of a limit once, although the server takes it for a request too', () => {
  expect(codes(pod('resources: { limits: { storage: 1Gi } }'))).toEqual([
    'K206 /spec/containers/0/resources/limits/storage',
  ]);
});
