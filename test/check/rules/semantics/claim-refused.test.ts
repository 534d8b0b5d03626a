import { checkManifests } from '../../manifests';

it('looks at the claim templates of a StatefulSet', () => {
  const manifests = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: "example.com/db:1" }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce] }
`;
  const found = checkManifests(manifests).filter(({ code }) => code === 'K232');
  expect(found.map(({ path }) => path)).toEqual([
    '/spec/volumeClaimTemplates/0/spec/resources/requests/storage',
  ]);
});
