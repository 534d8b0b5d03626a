import { ExternalIndex } from '../../../lib/check/external/external-index';

test('objects are declared by kind, and by patterns of namespace and name', () => {
  const index = new ExternalIndex({
    objects: [
      { kind: 'Secret', namespace: ['shop', 'team-*'], name: '*-tls' },
      { kind: 'storage.k8s.io/StorageClass', name: ['standard', 'premium.*'] },
      { kind: 'ConfigMap' },
    ],
  });
  const has = (group: string, kind: string, namespace: string, name: string) =>
    index.has(group, kind, namespace, name);
  expect(has('', 'Secret', 'shop', 'web-tls')).toBe(true);
  expect(has('', 'Secret', 'team-a', '-tls')).toBe(true);
  expect(has('', 'Secret', 'shops', 'web-tls')).toBe(false);
  expect(has('', 'Secret', 'shop', 'web-tls-2')).toBe(false);
  expect(has('storage.k8s.io', 'StorageClass', '', 'premium.fast')).toBe(true);
  expect(has('storage.k8s.io', 'StorageClass', '', 'premiumXfast')).toBe(false);
  expect(has('', 'StorageClass', '', 'standard')).toBe(false);
  expect(has('', 'ConfigMap', 'anywhere', 'anything')).toBe(true);
});

test('resources are declared by group', () => {
  const resource = { group: 'example.com', resource: 'things', kind: 'Thing', namespaced: true };
  const index = new ExternalIndex({ resources: [resource] });
  expect(index.resourcesIn('example.com')).toEqual([resource]);
  expect(index.resourcesIn('other.com')).toEqual([]);
});

test('a kind is declared by any object of it', () => {
  const index = new ExternalIndex({ objects: [{ kind: 'networking.k8s.io/IngressClass', name: 'nginx' }] });
  expect(index.declares('networking.k8s.io', 'IngressClass')).toBe(true);
  expect(index.declares('', 'IngressClass')).toBe(false);
  expect(index.declares('', 'Secret')).toBe(false);
});
