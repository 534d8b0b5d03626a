import { mergeKinds } from '../../lib/dev/merge-kinds';
import { type ServedResource } from '../../lib/dev/openapi-resources';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../lib/model/kubernetes-version';

const widget: ServedResource = {
  group: 'example.com',
  version: 'v1',
  resource: 'widgets',
  namespaced: true,
  verbs: ['get', 'list'],
  gvk: { group: 'example.com', version: 'v1', kind: 'Widget' },
  connect: false,
  shortNames: ['wd'],
};

/** What every minor serves, but for those that are named. */
function served(
  resources: readonly ServedResource[],
  exceptions: Partial<Record<KubernetesVersion, readonly ServedResource[]>> = {},
): Map<KubernetesVersion, readonly ServedResource[]> {
  return new Map(KUBERNETES_VERSIONS.map((minor) => [minor, exceptions[minor] ?? resources]));
}

test('versions and subresources get the minors that serve them, the most stable first', () => {
  const beta = { ...widget, version: 'v1beta1' };
  const scale: ServedResource = {
    ...widget,
    subresource: 'scale',
    gvk: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
    verbs: ['get'],
  };
  const exec: ServedResource = { ...widget, subresource: 'exec', connect: true, verbs: ['create'] };
  const kinds = mergeKinds(
    served([widget, scale], { '1.28': [beta], '1.29': [beta, widget, scale], '1.36': [widget, exec] }),
  );
  expect(kinds).toEqual([
    {
      group: 'example.com',
      kind: 'Widget',
      plural: 'widgets',
      shortNames: ['wd'],
      namespaced: true,
      verbs: ['get', 'list'],
      versions: [
        { version: 'v1', since: '1.29' },
        { version: 'v1beta1', since: '1.28', until: '1.29' },
      ],
      subresources: {
        exec: { verbs: ['create'], since: '1.36' },
        scale: {
          verbs: ['get'],
          since: '1.29',
          until: '1.35',
          body: { apiVersion: 'autoscaling/v1', kind: 'Scale' },
        },
      },
    },
  ]);
});

test.each<[string, Partial<ServedResource>, RegExp]>([
  ['its scope', { namespaced: false }, /widgets at 1\.31: was true, is false/],
  ['its verbs', { verbs: ['get'] }, /widgets at 1\.31: was get,list, is get/],
  ['its kind', { gvk: { ...widget.gvk, kind: 'Gadget' } }, /was Widget, is Gadget/],
])('refuses a resource that changes %s', (_, change, message) => {
  expect(() => mergeKinds(served([widget], { '1.31': [{ ...widget, ...change }] }))).toThrow(message);
});

test('refuses a version that goes and comes back', () => {
  expect(() => mergeKinds(served([widget], { '1.31': [] }))).toThrow(/widgets v1 is served with a gap/);
});

test('refuses to leave a minor out', () => {
  const missing = served([widget]);
  missing.delete('1.30');
  expect(() => mergeKinds(missing)).toThrow('nothing was read for 1.30');
});
