import { clusterPolicy } from '../../../lib/check/pod-security/cluster-pod-security';
import { evaluatedMinor, isPodSecurityVersion } from '../../../lib/check/pod-security/policy-version';
import { readLabels } from '../../../lib/check/pod-security/read-labels';

const NONE = clusterPolicy().defaults;

const labels = (of: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]));

function policyOf(of: Readonly<Record<string, string>>, defaults = NONE): string {
  const { policy } = readLabels(labels(of), defaults);
  return (['enforce', 'audit', 'warn'] as const)
    .map((mode) => `${mode} ${policy[mode].level ?? 'unknown'}:${policy[mode].version}`)
    .join(', ');
}

describe('the labels of a namespace', () => {
  // TestPolicyToEvaluate of k8s.io/pod-security-admission/api has the same cases.
  test.each([
    [{}, 'enforce privileged:latest, audit privileged:latest, warn privileged:latest'],
    [{ enforce: 'baseline' }, 'enforce baseline:latest, audit privileged:latest, warn baseline:latest'],
    [
      { enforce: 'restricted', 'enforce-version': 'v1.22', audit: 'baseline' },
      'enforce restricted:v1.22, audit baseline:latest, warn restricted:v1.22',
    ],
    [
      { enforce: 'baseline', warn: 'privileged' },
      'enforce baseline:latest, audit privileged:latest, warn privileged:latest',
    ],
    [
      { enforce: 'baseline', 'enforce-version': 'v1.30', 'warn-version': 'v1.31' },
      'enforce baseline:v1.30, audit privileged:latest, warn baseline:v1.31',
    ],
    [
      { 'warn-version': 'v1.31' },
      'enforce privileged:latest, audit privileged:latest, warn privileged:v1.31',
    ],
    [
      { enforce: 'foo', 'audit-version': 'foo', warn: 'baseline' },
      'enforce unknown:latest, audit privileged:latest, warn baseline:latest',
    ],
  ])('%p', (of, expected) => {
    expect(policyOf(of)).toBe(expected);
  });

  test('go before the defaults of the cluster, one by one', () => {
    const { defaults } = clusterPolicy({ enforce: 'baseline', enforceVersion: 'v1.30', warn: 'restricted' });
    expect(policyOf({}, defaults)).toBe(
      'enforce baseline:v1.30, audit privileged:latest, warn restricted:latest',
    );
    expect(policyOf({ enforce: 'restricted' }, defaults)).toBe(
      'enforce restricted:v1.30, audit privileged:latest, warn restricted:latest',
    );
    expect(policyOf({ enforce: 'privileged' }, defaults)).toBe(
      'enforce privileged:v1.30, audit privileged:latest, warn restricted:latest',
    );
  });

  test('are refused in the words of the server', () => {
    const { errors } = readLabels(labels({ enforce: 'Baseline', 'warn-version': '1.34' }), NONE);
    expect(errors.map(({ message }) => message)).toEqual([
      'metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "Baseline": must be one of privileged, baseline, restricted',
      'metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "1.34": must be "latest" or "v1.x"',
    ]);
  });
});

describe('a version of the policy', () => {
  test.each(['latest', 'v1.0', 'v1.35', 'v1.999'])('may be %s', (text) => {
    expect(isPodSecurityVersion(text)).toBe(true);
  });

  test.each(['', '1.34', 'v1', 'v1.01', 'v1.34.1', 'v2.0', 'Latest', 'v1.9223372036854775808'])(
    'may not be %s',
    (text) => {
      expect(isPodSecurityVersion(text)).toBe(false);
    },
  );

  test('is no newer than the server', () => {
    expect(evaluatedMinor('latest', '1.33')).toBe(33);
    expect(evaluatedMinor('v1.35', '1.33')).toBe(33);
    expect(evaluatedMinor('v1.8', '1.33')).toBe(8);
  });
});

describe('the configuration of a cluster', () => {
  test('names levels and versions that there are', () => {
    expect(() => clusterPolicy({ enforce: 'strict' as 'restricted' })).toThrow(
      'external.podSecurity.enforce is "strict"; write one of privileged, baseline, restricted',
    );
    expect(() => clusterPolicy({ warnVersion: '1.34' as 'latest' })).toThrow(
      'external.podSecurity.warnVersion is "1.34"; write latest, or a version such as v1.34',
    );
  });
});
