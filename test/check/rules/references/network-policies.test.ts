import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { webPolicy } from '../../../../lib/check/rules/references/network/web-policy';
import { checkManifests } from '../../manifests';

const codes = (text: string) =>
  checkManifests(text)
    .filter(({ code }) => /^K36[3-6]/.test(code))
    .map(({ code, severity }) => `${code} ${severity}`);
const egress = (rules: string): string =>
  webPolicy({ rules: `  policyTypes: [Egress]\n  egress:\n${rules}` });
const DB = webWorkload({ name: 'db', labels: 'app: db' });
const TO_DB = '    - to: [{ podSelector: { matchLabels: { app: db } } }]\n';

describe('pods with a policy of egress', () => {
  const pods = webWorkload() + DB;

  test('are cut off from DNS where no rule may let them reach it', () => {
    expect(codes(egress(TO_DB) + pods)).toEqual(['K366 warning']);
    expect(codes(egress(`${TO_DB}    - ports: [{ port: 53 }]\n`) + pods)).toEqual(['K366 warning']);
  });

  test('reach it by any rule that may mean it, of any policy that selects them', () => {
    expect(codes(egress(`${TO_DB}    - ports: [{ port: 53, protocol: UDP }]\n`) + pods)).toEqual([]);
    expect(codes(egress(`${TO_DB}    - {}\n`) + pods)).toEqual([]);
    expect(codes(egress(`${TO_DB}    - to: [{ ipBlock: { cidr: 0.0.0.0/0 } }]\n`) + pods)).toEqual([]);
    const dns = egress('    - ports: [{ port: 53, protocol: UDP }]\n')
      .replace('name: web', 'name: dns')
      .replace('matchLabels: { app: web }', '');
    expect(codes(egress(TO_DB) + dns + pods)).toEqual([]);
  });

  test('may be allowed it by policies that are declared, in their own Namespace', () => {
    const found = (namespace: string): readonly string[] =>
      checkManifests(egress(TO_DB) + pods, {
        external: { objects: [{ kind: 'networking.k8s.io/NetworkPolicy', namespace }] },
      }).flatMap(({ code }) => (code === 'K366' ? [code] : []));
    expect(found('shop')).toEqual([]);
    expect(found('team')).toEqual(['K366']);
  });

  test('may be allowed it by a program that makes policies, and not by one that may make anything', () => {
    const role = (resources: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: maker, namespace: shop }
rules: [{ apiGroups: ["*"], resources: [${resources}], verbs: [create] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: maker, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: maker }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
---
`;
    expect(codes(egress(TO_DB) + pods + role('networkpolicies'))).toEqual([]);
    expect(codes(egress(TO_DB) + pods + role('"*"'))).toEqual(['K366 warning']);
  });

  test('are taken at their word where nothing at all is let out, and left alone where they ask others', () => {
    expect(codes(webPolicy({ rules: '  policyTypes: [Egress]\n' }) + pods)).toEqual([]);
    const api = '    - ports: [{ port: 6443 }]\n';
    expect(codes(egress(api) + pods)).toEqual([]);
    expect(codes(egress(api + TO_DB) + pods)).toEqual(['K366 warning']);
    expect(codes(egress('    - ports: [{ port: 443 }]\n') + pods)).toEqual(['K366 warning']);
    const own = webWorkload().replace('      containers:', '      dnsPolicy: Default\n      containers:');
    expect(codes(egress(TO_DB) + own + DB)).toEqual([]);
  });
});

describe('the selectors of a policy', () => {
  const from = (peer: string): string =>
    webPolicy({ rules: `  policyTypes: [Ingress]\n  ingress: [{ from: [${peer}] }]\n` });

  test('select pods of the namespace that they are about', () => {
    expect(codes(from('{ podSelector: { matchLabels: { app: dbb } } }') + webWorkload() + DB)).toEqual([
      'K364 warning',
    ]);
    const other =
      '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: NS } }, podSelector: { matchLabels: { app: dbb } } }';
    expect(codes(from(other.replace('NS', 'shop')) + webWorkload() + DB)).toEqual(['K364 warning']);
    const all = other.replace('matchLabels: { kubernetes.io/metadata.name: NS }', '');
    expect(codes(from(all) + webWorkload() + DB)).toEqual([]);
    // Nothing of the set is there.
    expect(codes(from(other.replace('NS', 'team')) + webWorkload() + DB)).toEqual([]);
  });

  test('may be about what an operator makes', () => {
    const resource = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: shop }
---
`;
    const policy = from('{ podSelector: { matchLabels: { app.kubernetes.io/name: prometheus } } }');
    expect(codes(policy + webWorkload())).toEqual(['K364 warning']);
    expect(codes(policy + webWorkload() + resource)).toEqual([]);
  });
});
