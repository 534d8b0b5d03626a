import { k8s } from 'cdk8s-plus-28';
import { KUBERNETES_VERSIONS } from '../../lib/model/kubernetes-version';
import {
  findKind,
  findKindsByAnyName,
  findKnownKind,
  findResource,
  isBuiltInGroup,
  isEnabledByDefault,
  isNamespaced,
  isServedIn,
  kindsServed,
  listItemKind,
  preferredApiVersion,
  subresourcesTaking,
} from '../../lib/model/kinds';
import { KINDS } from '../../lib/model/kinds.gen';

function versionsOf(group: string, kind: string): Record<string, string> {
  const versions = findKind(group, kind)?.versions ?? [];
  return Object.fromEntries(
    versions.map(({ version, since, until }) => [version, `${since}-${until ?? ''}`]),
  );
}

function served(kind: string, minor: (typeof KUBERNETES_VERSIONS)[number]): string[] {
  return kindsServed(minor)
    .filter(({ info }) => info.kind === kind)
    .map(({ apiVersion }) => apiVersion);
}

describe('the table agrees with the release notes', () => {
  test('FlowSchema', () => {
    expect(versionsOf('flowcontrol.apiserver.k8s.io', 'FlowSchema')).toEqual({
      v1: '1.29-',
      v1beta3: '1.28-1.31',
      v1beta2: '1.28-1.28',
    });
  });

  test('ValidatingAdmissionPolicy', () => {
    expect(versionsOf('admissionregistration.k8s.io', 'ValidatingAdmissionPolicy')).toEqual({
      v1: '1.30-',
      v1beta1: '1.28-1.33',
      v1alpha1: '1.28-1.31',
    });
  });

  test('ResourceClaim', () => {
    expect(versionsOf('resource.k8s.io', 'ResourceClaim')).toEqual({
      v1: '1.34-',
      v1beta2: '1.33-',
      v1beta1: '1.32-',
      v1alpha3: '1.31-1.33',
      v1alpha2: '1.28-1.30',
    });
  });

  test('ClusterCIDR was there in 1.28 only', () => {
    expect(served('ClusterCIDR', '1.28')).toEqual(['networking.k8s.io/v1alpha1']);
    expect(served('ClusterCIDR', '1.29')).toEqual([]);
  });

  test('two groups have a kind Event, one resource name between them', () => {
    expect(served('Event', '1.36')).toEqual(['v1', 'events.k8s.io/v1']);
  });

  test('plurals that no rule yields', () => {
    expect(findKind('', 'Endpoints')?.plural).toBe('endpoints');
    expect(findKind('', 'ComponentStatus')?.plural).toBe('componentstatuses');
    expect(findKind('networking.k8s.io', 'Ingress')?.plural).toBe('ingresses');
    expect(findKind('networking.k8s.io', 'NetworkPolicy')?.plural).toBe('networkpolicies');
    expect(findKind('storage.k8s.io', 'CSIStorageCapacity')?.plural).toBe('csistoragecapacities');
  });

  test('verbs', () => {
    expect(findKind('', 'Namespace')?.verbs).not.toContain('deletecollection');
    expect(findKind('', 'ComponentStatus')?.verbs).toEqual(['get', 'list']);
    expect(findKind('authorization.k8s.io', 'SubjectAccessReview')?.verbs).toEqual(['create']);
    expect(findKind('', 'Pod')?.subresources).toMatchObject({
      log: { verbs: ['get'], since: '1.28' },
      exec: { verbs: ['get', 'create'] },
      eviction: { verbs: ['create'], body: { apiVersion: 'policy/v1', kind: 'Eviction' } },
      resize: { since: '1.32' },
    });
  });
});

describe('isNamespaced', () => {
  test.each([
    ['v1', 'Pod', true],
    ['v1', 'Namespace', false],
    ['networking.k8s.io/v1', 'IngressClass', false],
    ['networking.k8s.io/v1', 'Ingress', true],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', false],
    ['storage.k8s.io/v1', 'CSIStorageCapacity', true],
    // Versions of long ago, and ones that never were.
    ['extensions/v1beta1', 'Ingress', true],
    ['policy/v1beta1', 'PodSecurityPolicy', false],
    ['apps/v7', 'Deployment', true],
    ['extensions/v1', 'Ingress', true],
    // Not built in.
    ['gateway.networking.k8s.io/v1', 'HTTPRoute', undefined],
    ['v1', 'Deployment', undefined],
    ['apps/v1', 'deployment', undefined],
  ])('%s %s: %s', (apiVersion, kind, expected) => {
    expect(isNamespaced(apiVersion, kind)).toBe(expected);
  });
});

describe('look-ups', () => {
  test('by apiVersion and kind finds exactly the versions of the table', () => {
    expect(findKnownKind('autoscaling/v2', 'HorizontalPodAutoscaler')?.version).toEqual({
      version: 'v2',
      since: '1.28',
    });
    expect(findKnownKind('autoscaling/v2beta2', 'HorizontalPodAutoscaler')).toBeUndefined();
    expect(findKnownKind('v2', 'HorizontalPodAutoscaler')).toBeUndefined();
  });

  test('by resource', () => {
    expect(findResource('apps', 'deployments')?.kind).toBe('Deployment');
    expect(findResource('', 'deployments')).toBeUndefined();
    expect(findResource('', 'namespace')).toBeUndefined();
  });

  test('by what a person types', () => {
    expect(findKindsByAnyName('NS').map(({ plural }) => plural)).toEqual(['namespaces']);
    expect(findKindsByAnyName('Deployment').map(({ plural }) => plural)).toEqual(['deployments']);
    expect(findKindsByAnyName('events').map(({ group }) => group)).toEqual(['', 'events.k8s.io']);
    expect(findKindsByAnyName('endpoints')).toHaveLength(1);
    expect(findKindsByAnyName('constructor')).toEqual([]);
  });

  test('every kind of the table is found by each of its names', () => {
    for (const info of KINDS) {
      expect(findKind(info.group, info.kind)).toBe(info);
      expect(findResource(info.group, info.plural)).toBe(info);
      expect(isBuiltInGroup(info.group)).toBe(true);
    }
    expect(isBuiltInGroup('extensions')).toBe(true);
    expect(isBuiltInGroup('cert-manager.io')).toBe(false);
  });

  test('the preferred version is the most stable of the minor', () => {
    const policy = findKind('admissionregistration.k8s.io', 'ValidatingAdmissionPolicy');
    const cidr = findKind('networking.k8s.io', 'ClusterCIDR');
    if (policy === undefined || cidr === undefined) throw new Error('the table lost a kind');
    expect(preferredApiVersion(policy, '1.28')).toBe('admissionregistration.k8s.io/v1beta1');
    expect(preferredApiVersion(policy, '1.30')).toBe('admissionregistration.k8s.io/v1');
    expect(preferredApiVersion(cidr, '1.30')).toBeUndefined();
  });

  test('stable versions are on by default, betas are not, but for flow control', () => {
    expect(isEnabledByDefault('apps/v1')).toBe(true);
    expect(isEnabledByDefault('networking.k8s.io/v1beta1')).toBe(false);
    expect(isEnabledByDefault('flowcontrol.apiserver.k8s.io/v1beta3')).toBe(true);
    expect(isEnabledByDefault('internal.apiserver.k8s.io/v1alpha1')).toBe(false);
  });

  test('lists and bodies of subresources', () => {
    expect(listItemKind('apps/v1', 'DeploymentList')?.info.kind).toBe('Deployment');
    expect(listItemKind('v1', 'List')).toBeUndefined();
    expect(listItemKind('v1', 'Pod')).toBeUndefined();
    expect(subresourcesTaking('policy/v1', 'Eviction')).toEqual(['pods/eviction']);
    expect(subresourcesTaking('autoscaling/v1', 'Scale')).toContain('deployments/scale');
    expect(subresourcesTaking('apps/v1', 'Deployment')).toEqual([]);
  });
});

describe('every kind of cdk8s-plus-28', () => {
  const kinds = Object.entries(k8s).flatMap(([name, value]) => {
    if (!name.startsWith('Kube') || !('GVK' in value)) return [];
    const { apiVersion, kind } = value.GVK as { apiVersion: string; kind: string };
    return [{ apiVersion, kind }];
  });

  test('was found', () => {
    expect(kinds.length).toBeGreaterThan(130);
  });

  // metav1.Status is what the server answers, not something it keeps.
  test.each(kinds.filter(({ kind }) => kind !== 'Status'))(
    '$apiVersion $kind is served at 1.28',
    ({ apiVersion, kind }) => {
      const known = findKnownKind(apiVersion, kind) ?? listItemKind(apiVersion, kind);
      if (known === undefined) expect(subresourcesTaking(apiVersion, kind)).not.toEqual([]);
      else expect(isServedIn(known.version, '1.28')).toBe(true);
    },
  );
});

test('no minor lost the kinds that everybody uses', () => {
  for (const minor of KUBERNETES_VERSIONS) {
    const names = new Set(kindsServed(minor).map(({ apiVersion, info }) => `${apiVersion} ${info.kind}`));
    for (const name of [
      'v1 Pod',
      'apps/v1 Deployment',
      'batch/v1 CronJob',
      'autoscaling/v2 HorizontalPodAutoscaler',
    ]) {
      expect(names).toContain(name);
    }
  }
});
