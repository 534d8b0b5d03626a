import {
  DEFAULT_KUBERNETES_VERSION,
  KUBERNETES_VERSIONS,
  compareKubernetesVersions,
  isKubernetesVersion,
  parseKubernetesVersion,
} from '../../lib/model/kubernetes-version';

describe('parseKubernetesVersion', () => {
  test.each([
    ['1.34', '1.34'],
    ['v1.28', '1.28'],
    ['1.30.14', '1.30'],
    ['v1.33.4-eks-0a1b2c3', '1.33'],
    ['v1.31.1+k3s1', '1.31'],
    ['1.29+', '1.29'],
    [' 1.36 ', '1.36'],
  ])('reads %s', (text, version) => {
    expect(parseKubernetesVersion(text)).toBe(version);
  });

  test.each(['1.27', '1.37', '1.3', '1', '', 'latest', '1.34.', '2.34', '1.34.x', '1.340'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseKubernetesVersion(text)).toThrow(
        /is not a Kubernetes version known here: write one of 1\.28, /,
      );
    },
  );
});

test('versions are in order, and compare by number', () => {
  for (const [i, a] of KUBERNETES_VERSIONS.entries()) {
    for (const [j, b] of KUBERNETES_VERSIONS.entries()) {
      expect(Math.sign(compareKubernetesVersions(a, b))).toBe(Math.sign(i - j));
    }
  }
});

test('the default is one of them', () => {
  expect(isKubernetesVersion(DEFAULT_KUBERNETES_VERSION)).toBe(true);
  expect(isKubernetesVersion('v1.34')).toBe(false);
});
