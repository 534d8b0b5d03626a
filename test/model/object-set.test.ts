import { type JsonObject } from '../../lib/model/json-value';
import { ObjectSet, type ObjectSetOptions } from '../../lib/model/object-set';

function make(
  apiVersion: string,
  kind: string,
  name: string,
  namespace?: string,
  more: JsonObject = {},
): JsonObject {
  const { labels, ...rest } = more;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels }),
    },
    ...rest,
  };
}

function setOf(objects: readonly JsonObject[], options?: ObjectSetOptions): ObjectSet {
  return new ObjectSet(
    objects.map((object) => ({ object })),
    options,
  );
}

function names(entries: readonly { readonly name: string }[]): string[] {
  return entries.map(({ name }) => name);
}

const web = { template: { metadata: { labels: { app: 'web', track: 'blue' } }, spec: {} } };

describe('entries', () => {
  test('are frozen, and what is in them too unless that is not wanted', () => {
    const object = make('v1', 'ConfigMap', 'a', 'shop', { data: { k: 'v' } });
    const [shallow] = setOf([object], { freezesDeeply: false });
    expect([Object.isFrozen(shallow?.object), Object.isFrozen(object.data)]).toEqual([true, false]);
    const [deep] = setOf([object]);
    expect([Object.isFrozen(deep?.object), Object.isFrozen(object.data)]).toEqual([true, true]);
  });

  test('keep order, origin and object, frozen', () => {
    const object = make('v1', 'ConfigMap', 'a', 'shop', { data: { k: 'v' } });
    const span = { file: 'charts/shop.ts', line: 4, column: 5 };
    const set = new ObjectSet([{ object, chart: 'shop', path: 'shop/config', span }, { object: {} }]);
    const [first, second] = set;
    expect(first).toMatchObject({
      position: 0,
      chart: 'shop',
      path: 'shop/config',
      span,
      apiVersion: 'v1',
      group: '',
      kind: 'ConfigMap',
      name: 'a',
      namespace: 'shop',
      namespaced: true,
    });
    expect(first?.object).toBe(object);
    expect(first?.manifest).toBe(object);
    expect(Object.isFrozen(object.data)).toBe(true);
    expect(Object.isFrozen(first)).toBe(true);
    expect(second?.position).toBe(1);
    expect(set.size).toBe(2);
  });

  test.each<JsonObject>([
    {},
    { kind: 'pod', apiversion: 'v1' },
    { apiVersion: 'v1', kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Pod', metadata: null },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 7, namespace: {}, labels: 'x' } },
    { apiVersion: ['v1'], kind: 3, metadata: [] },
    { apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'job-' } },
  ])('hold broken objects: %j', (object) => {
    const [entry] = setOf([object]);
    expect(entry).toMatchObject({ name: '', labels: {} });
    expect(entry).not.toHaveProperty('manifest');
  });

  test('two nameless objects are no duplicates', () => {
    const nameless = { apiVersion: 'v1', kind: 'Pod', metadata: {} };
    expect(setOf([nameless, { ...nameless }]).duplicates()).toEqual([]);
  });
});

describe('namespaces', () => {
  test('a namespaced object without one is in `default`, or in what the set is told', () => {
    const pod = make('v1', 'Pod', 'p');
    expect(setOf([pod]).entries[0]?.namespace).toBe('default');
    expect(setOf([pod], { defaultNamespace: 'shop' }).entries[0]?.namespace).toBe('shop');
    expect(setOf([make('v1', 'Pod', 'p', '')]).entries[0]?.namespace).toBe('default');
  });

  test('a cluster-scoped object has none, whatever is written', () => {
    const set = setOf([make('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', 'shop')]);
    expect(set.entries[0]).toMatchObject({ namespace: '', namespaced: false });
    expect(set.find('rbac.authorization.k8s.io', 'ClusterRole', 'any', 'r')).toBe(set.entries[0]);
  });

  test('the scope of a custom kind comes from its definition in the set, wherever it stands', () => {
    const crd = (kind: string, scope: string): JsonObject =>
      make('apiextensions.k8s.io/v1', 'CustomResourceDefinition', kind.toLowerCase(), undefined, {
        spec: { group: 'example.com', scope, names: { kind } },
      });
    const objects = [
      make('example.com/v1', 'Widget', 'w'),
      crd('Widget', 'Namespaced'),
      crd('Planet', 'Cluster'),
      make('example.com/v1', 'Planet', 'p', 'ignored'),
      make('example.com/v1', 'Comet', 'c'),
      make('example.com/v1', 'Moon', 'm'),
    ];
    const set = setOf(objects, { isNamespaced: (_, kind) => (kind === 'Moon' ? true : undefined) });
    expect(set.entries.map(({ namespaced }) => namespaced)).toEqual([
      true,
      false,
      false,
      false,
      undefined,
      true,
    ]);
    expect(set.entries.map(({ namespace }) => namespace)).toEqual(['default', '', '', '', '', 'default']);
  });

  test('are listed sorted, and hold their objects', () => {
    const set = setOf([
      make('v1', 'Pod', 'a', 'shop'),
      make('v1', 'Namespace', 'shop'),
      make('v1', 'Service', 'b', 'shop'),
      make('v1', 'Pod', 'c', 'bank'),
    ]);
    expect(set.namespaces()).toEqual(['bank', 'shop']);
    expect(names(set.inNamespace('shop'))).toEqual(['a', 'b']);
    expect(names(set.inNamespace(''))).toEqual(['shop']);
    expect(set.inNamespace('nowhere')).toEqual([]);
  });
});

describe('kinds', () => {
  const set = setOf([
    make('apps/v1', 'Deployment', 'a', 'shop'),
    make('extensions/v1beta1', 'Deployment', 'old', 'shop'),
    make('apps/v1beta2', 'Deployment', 'b', 'bank'),
    make('v1', 'Pod', 'p', 'shop'),
  ]);

  test('are found by group and kind, over versions', () => {
    expect(names(set.ofKind('apps', 'Deployment'))).toEqual(['a', 'b']);
    expect(names(set.ofKind('extensions', 'Deployment'))).toEqual(['old']);
    expect(set.ofKind('', 'Deployment')).toEqual([]);
  });

  test('are found in a namespace', () => {
    expect(names(set.ofKind('apps', 'Deployment', 'shop'))).toEqual(['a']);
    expect(set.ofKind('apps', 'Deployment', '')).toEqual([]);
  });
});

describe('identity', () => {
  test('finds an object as a reference names it', () => {
    const set = setOf([
      make('v1', 'Secret', 's', 'shop'),
      make('v1', 'Secret', 's'),
      make('v1', 'ConfigMap', 's', 'shop'),
    ]);
    expect(set.find('', 'Secret', 'shop', 's')).toBe(set.entries[0]);
    expect(set.find('', 'Secret', 'default', 's')).toBe(set.entries[1]);
    expect(set.find('', 'Secret', undefined, 's')).toBe(set.entries[1]);
    expect(set.find('', 'Secret', 'bank', 's')).toBeUndefined();
    expect(set.find('apps', 'Secret', 'shop', 's')).toBeUndefined();
  });

  test('a kind of a group that is gone has the same defaults on both sides', () => {
    const set = setOf([make('extensions/v1beta1', 'Ingress', 'i')]);
    expect(set.find('extensions', 'Ingress', undefined, 'i')).toBe(set.entries[0]);
  });

  test('tells duplicates, over versions and written or defaulted namespaces', () => {
    const set = setOf([
      make('apps/v1', 'Deployment', 'a'),
      make('apps/v1', 'Deployment', 'a', 'shop'),
      make('apps/v1beta1', 'Deployment', 'a', 'default'),
    ]);
    expect(set.duplicates()).toEqual([[set.entries[0], set.entries[2]]]);
    expect(set.findAll('apps', 'Deployment', undefined, 'a')).toHaveLength(2);
  });

  test('parts do not run into each other', () => {
    const set = setOf([make('v1', 'Pod', 'b c', 'a'), make('v1', 'Pod', 'c', 'a b')]);
    expect(set.duplicates()).toEqual([]);
    expect(set.find('', 'Pod', 'a', 'b c')).toBe(set.entries[0]);
  });
});

describe('labels', () => {
  const set = setOf([
    make('apps/v1', 'Deployment', 'blue', 'shop', { labels: { app: 'web' }, spec: web }),
    make('v1', 'Pod', 'pod', 'shop', { labels: { app: 'web', track: 'green' } }),
    make('apps/v1', 'Deployment', 'elsewhere', 'bank', { spec: web }),
    make('v1', 'PersistentVolume', 'pv', undefined, { labels: { app: 'web' } }),
  ]);
  const isWeb = { key: 'app', operator: 'In', values: ['web'] } as const;

  test('select objects of one kind and namespace by their own labels', () => {
    expect(names(set.matching('apps', 'Deployment', 'shop', [isWeb]))).toEqual(['blue']);
    expect(names(set.matching('apps', 'Deployment', 'bank', [isWeb]))).toEqual([]);
    expect(names(set.matching('', 'PersistentVolume', '', [isWeb]))).toEqual(['pv']);
  });

  test('select pods and pod templates of one namespace', () => {
    const select = (namespace: string, track?: string): string[] => {
      const tracked = track === undefined ? [] : [{ key: 'track', operator: 'In' as const, values: [track] }];
      return names(set.podsMatching(namespace, [isWeb, ...tracked]).map(({ entry }) => entry));
    };
    expect(select('shop')).toEqual(['blue', 'pod']);
    expect(select('shop', 'blue')).toEqual(['blue']);
    expect(select('bank')).toEqual(['elsewhere']);
    expect(select('nowhere')).toEqual([]);
  });

  test('pods are listed with their templates', () => {
    expect(set.pods().map(({ template }) => template.pointer)).toEqual([
      '/spec/template',
      '',
      '/spec/template',
    ]);
    expect(set.pods('bank')).toHaveLength(1);
  });
});
