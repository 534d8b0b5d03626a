import { compareApiVersionNames, formatApiVersion, parseApiVersion } from '../../lib/model/api-version';

test('the core group has no name', () => {
  expect(parseApiVersion('v1')).toEqual({ group: '', version: 'v1' });
  expect(formatApiVersion('', 'v1')).toBe('v1');
});

test.each(['v1', 'apps/v1', 'rbac.authorization.k8s.io/v1beta1'])(
  '%s survives a round trip',
  (apiVersion) => {
    const { group, version } = parseApiVersion(apiVersion);
    expect(formatApiVersion(group, version)).toBe(apiVersion);
  },
);

test('versions sort as kubectl prefers them', () => {
  // The example of apimachinery's CompareKubeAwareVersionStrings.
  const sorted = [
    'v10',
    'v2',
    'v1',
    'v11beta2',
    'v10beta3',
    'v3beta1',
    'v12alpha1',
    'v11alpha2',
    'foo1',
    'foo10',
  ];
  expect([...sorted].reverse().sort(compareApiVersionNames)).toEqual(sorted);
});
