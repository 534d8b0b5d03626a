import { ApiObject, App, Include } from 'cdk8s';
import { ConfigMap, k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterRoleGrant } from '../../lib/patterns/cluster-role-grant';
import { StaticVolume } from '../../lib/patterns/static-volume';
import { StorageClass } from '../../lib/patterns/storage-class';
import { Tenant, type TenantProps } from '../../lib/patterns/tenant';
import { WebService } from '../../lib/patterns/web-service';
import { names, only, type Synthesized } from './synth';

const tenant = (props?: TenantProps, fill: (made: Tenant) => void = () => undefined): Synthesized[] => {
  const made = new Tenant(new App(), 'team', props);
  fill(made);
  return made.toJson() as Synthesized[];
};
const DNS = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

describe('Tenant', () => {
  test('by default is a Namespace that enforces restricted pods and denies all traffic but DNS', () => {
    expect(tenant()).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'team', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'default-deny', namespace: 'team' },
        spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'allow-dns', namespace: 'team' },
        spec: { podSelector: {}, policyTypes: ['Egress'], egress: [DNS] },
      },
    ]);
  });

  test('with nothing wanted is a Namespace alone', () => {
    expect(tenant({ name: 'own', podSecurity: false, network: 'open' })).toEqual([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'own' } },
    ]);
  });

  test('writes quotas, limits, labels, accounts and roles', () => {
    const objects = tenant({
      labels: { team: 'a' },
      namespaceLabels: { type: 'micro' },
      annotations: { 'example.com/owner': 'a' },
      podSecurity: { enforce: 'baseline', warn: 'restricted', version: 'v1.33' },
      network: { allowSameNamespace: true },
      quota: { 'requests.cpu': 4, 'count/deployments.apps': 5, 'requests.nvidia.com/gpu': 0 },
      quotas: { low: { hard: { pods: 2 }, scopes: ['NotBestEffort'], priorityClasses: ['low'] } },
      limits: {
        container: { default: { cpu: 1 }, maxLimitRequestRatio: { cpu: 4 } },
        pod: { max: { memory: '4Gi' } },
        claim: { max: { storage: '50Gi' } },
      },
      serviceAccounts: {
        builder: { automountToken: false, imagePullSecrets: ['registry', { name: 'other' }] },
      },
      roles: {
        viewers: { rules: { core: { pods: ['get'] } }, subjects: [{ serviceAccount: 'builder' }] },
        editors: { clusterRole: 'edit', subjects: [{ group: 'team-a' }] },
      },
      patch: {
        namespace: { spec: { finalizers: ['kubernetes'] } },
        limitRange: { metadata: { annotations: { a: 'b' } } },
        quotas: { team: { spec: { hard: { 'requests.cpu': 5 } } } },
      },
    });
    expect(names(objects)).toEqual([
      'Namespace team',
      'ResourceQuota team',
      'ResourceQuota low',
      'LimitRange team',
      'NetworkPolicy default-deny',
      'NetworkPolicy allow-dns',
      'NetworkPolicy allow-same-namespace',
      'ServiceAccount builder',
      'Role viewers',
      'RoleBinding viewers',
      'RoleBinding editors',
    ]);
    expect(only(objects, 'Namespace')).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'team',
        labels: {
          team: 'a',
          type: 'micro',
          'pod-security.kubernetes.io/enforce': 'baseline',
          'pod-security.kubernetes.io/enforce-version': 'v1.33',
          'pod-security.kubernetes.io/warn': 'restricted',
          'pod-security.kubernetes.io/warn-version': 'v1.33',
        },
        annotations: { 'example.com/owner': 'a' },
      },
      spec: { finalizers: ['kubernetes'] },
    });
    expect(only(objects, 'ResourceQuota', 'team').spec).toEqual({
      hard: { 'requests.cpu': 5, 'count/deployments.apps': 5, 'requests.nvidia.com/gpu': 0 },
    });
    expect(only(objects, 'ResourceQuota', 'low').spec).toEqual({
      hard: { pods: 2 },
      scopes: ['NotBestEffort'],
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['low'] }] },
    });
    expect(only(objects, 'LimitRange').spec.limits).toEqual([
      { type: 'Container', default: { cpu: 1 }, maxLimitRequestRatio: { cpu: 4 } },
      { type: 'Pod', max: { memory: '4Gi' } },
      { type: 'PersistentVolumeClaim', max: { storage: '50Gi' } },
    ]);
    expect(only(objects, 'ServiceAccount')).toMatchObject({
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'registry' }, { name: 'other' }],
    });
    expect(only(objects, 'RoleBinding', 'viewers').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'builder', namespace: 'team' },
    ]);
    expect(only(objects, 'NetworkPolicy', 'allow-same-namespace').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    });
  });

  test('gives its namespace to everything that is placed in it, whoever made the construct', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
    const file = join(folder, 'extra.yaml');
    writeFileSync(file, 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: included }\n');
    try {
      const objects = tenant({}, (made) => {
        const area = new Construct(made, 'area');
        new WebService(area, 'web', { image: 'a:1', ports: { http: 80 } });
        new ApiObject(area, 'plain', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'plain' } });
        new ConfigMap(made, 'l2', { metadata: { name: 'l2' } });
        new k8s.KubeConfigMap(made, 'l1', { metadata: { name: 'l1' } });
        new Include(made, 'include', { url: file });
      });
      const placed = objects.filter(({ kind }) => kind !== 'Namespace');
      expect(names(placed)).toEqual(
        expect.arrayContaining(['ConfigMap included', 'ConfigMap plain', 'ConfigMap l2', 'ConfigMap l1']),
      );
      expect([...new Set(placed.map(({ metadata }) => metadata.namespace))]).toEqual(['team']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('gives no namespace to what belongs to the cluster', () => {
    const objects = tenant({}, (made) => {
      new StorageClass(made, 'class', { provisioner: 'x.example.com' });
      new StaticVolume(made, 'volume', {
        capacity: 1,
        accessModes: ['ReadWriteOnce'],
        source: { hostPath: { path: '/x' } },
      });
      new ClusterRoleGrant(made, 'grant', { rules: {}, subjects: [{ serviceAccount: 'sa' }] });
    });
    for (const kind of [
      'Namespace',
      'StorageClass',
      'PersistentVolume',
      'ClusterRole',
      'ClusterRoleBinding',
    ]) {
      expect(only(objects, kind).metadata).not.toHaveProperty('namespace');
    }
    expect(only(objects, 'ClusterRoleBinding').subjects).toEqual([
      { kind: 'ServiceAccount', name: 'sa', namespace: 'team' },
    ]);
  });

  test.each([
    [{ quota: { pods: '2x' } }, "Tenant 'team': quota['pods'] is refused"],
    [{ quotas: { q: { hard: { pods: -1 } } } }, "Tenant 'team': quotas['q'].hard['pods'] is refused"],
    [{ limits: { container: { min: { cpu: '1x' } } } }, "limits.container.min['cpu'] is refused"],
    [{ name: 'Team' }, "name of the Namespace is 'Team', which is refused: a lowercase RFC 1123 label"],
    [{ labels: { team: 'a b' } }, "labels['team'] is 'a b', which is refused"],
    [{ namespaceLabels: { 'a b': '' } }, "key of `labels` is 'a b'"],
  ])('refuses %j', (props, message) => {
    expect(() => tenant(props as TenantProps)).toThrow(message);
  });
});
