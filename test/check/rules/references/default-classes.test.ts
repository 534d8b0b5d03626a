import { checkManifests } from '../../manifests';

const found = (text: string) =>
  checkManifests(text)
    .filter(({ code }) => code === 'K377')
    .map(({ title, path }) => `${title} ${path}`);
const storage = (name: string, annotation: string): string => `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: ${name}, annotations: { ${annotation} } }
provisioner: disk.example.com
---
`;
const ingress = (name: string, annotation: string): string => `apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: ${name}, annotations: { ${annotation} } }
spec: { controller: example.com/ingress }
---
`;
const DEFAULT = 'storageclass.kubernetes.io/is-default-class: "true"';
const BETA = 'storageclass.beta.kubernetes.io/is-default-class: "true"';
const OF_INGRESS = 'ingressclass.kubernetes.io/is-default-class: "true"';

describe('the default of classes', () => {
  test('is one of each kind', () => {
    expect(found(storage('a', DEFAULT) + ingress('a', OF_INGRESS))).toEqual([]);
    expect(found(ingress('a', OF_INGRESS) + ingress('b', OF_INGRESS))).toEqual([
      'IngressClass `b` and IngressClass `a` are both the default /metadata/annotations/ingressclass.kubernetes.io~1is-default-class',
    ]);
  });

  test('is marked by the older annotation too', () => {
    expect(found(storage('a', DEFAULT) + storage('b', BETA))).toEqual([
      'StorageClass `b` and StorageClass `a` are both the default /metadata/annotations/storageclass.beta.kubernetes.io~1is-default-class',
    ]);
    expect(found(ingress('a', OF_INGRESS) + ingress('b', DEFAULT))).toEqual([]);
  });

  test('is the first, and each other is told of once', () => {
    const three = ['a', 'b', 'c'].map((name) => storage(name, DEFAULT)).join('');
    expect(found(three).map((each) => each.slice(0, 50))).toEqual([
      'StorageClass `b` and StorageClass `a` are both the',
      'StorageClass `c` and StorageClass `a` are both the',
    ]);
  });

  test('is marked by no other text, and the same class is one', () => {
    expect(found(storage('a', DEFAULT) + storage('b', DEFAULT.replace('true', 'True')))).toEqual([]);
    expect(found(storage('a', DEFAULT) + storage('a', DEFAULT))).toEqual([]);
  });
});
