import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { webPolicy } from '../../../../lib/check/rules/references/network/web-policy';
import { webService } from '../../../../lib/check/rules/references/network/web-service';
import { checkManifests } from '../../manifests';

const found = (text: string) => checkManifests(text).filter(({ code }) => code === 'K365');
const told = (text: string) => found(text).map(({ severity, path }) => `${severity} ${path}`);
const ingress = (...ports: readonly string[]): string =>
  webPolicy({ rules: `  policyTypes: [Ingress]\n  ingress: [{ ports: [${ports.join(', ')}] }]\n` });
const egress = (peers: string, port: string): string =>
  webPolicy({ rules: `  policyTypes: [Egress]\n  egress: [{ to: [${peers}], ports: [${port}] }]\n` });
const WEB = webWorkload({ container: 'ports: [{ name: http, containerPort: 8080 }]' });
const DB = webWorkload({
  name: 'db',
  labels: 'app: db',
  container: 'ports: [{ name: sql, containerPort: 5432 }]',
});
const PEER = '{ podSelector: { matchLabels: { app: db } } }';

describe('a port that a policy allows by name', () => {
  test('is one of the pods that it holds for, with its protocol', () => {
    expect(told(ingress('{ port: http }') + WEB)).toEqual([]);
    expect(told(ingress('{ port: http, protocol: UDP }') + WEB)).toEqual([
      'error /spec/ingress/0/ports/0/port',
    ]);
    expect(told(ingress('{ port: 8080 }', '{ port: sql }') + WEB + DB)).toEqual([
      'error /spec/ingress/0/ports/1/port',
    ]);
    expect(found(ingress('{ port: htpp }') + WEB)[0]?.help[0]).toBe('did you mean `http`?');
  });

  test('is one of any of them, or of a sidecar', () => {
    const plain = webWorkload({ name: 'plain', labels: 'app: web, track: old' });
    expect(told(ingress('{ port: http }') + plain + WEB)).toEqual([]);
    const sidecar = webWorkload().replace(
      '      containers:',
      '      initContainers: [{ name: proxy, image: example.com/p:1.0.0, restartPolicy: Always, ports: [{ name: admin, containerPort: 1 }] }]\n      containers:',
    );
    expect(told(ingress('{ port: admin }') + sidecar)).toEqual([]);
    expect(told(ingress('{ port: admin }') + sidecar.replace(', restartPolicy: Always', ''))).toHaveLength(1);
  });

  test('is one of the other side where something is let out', () => {
    expect(told(egress(PEER, '{ port: sql }') + WEB + DB)).toEqual([]);
    expect(told(egress(PEER, '{ port: http }') + WEB + DB)).toEqual(['warning /spec/egress/0/ports/0/port']);
    // Of these nobody knows all pods.
    expect(told(egress(`${PEER}, { ipBlock: { cidr: 10.0.0.0/8 } }`, '{ port: http }') + WEB + DB)).toEqual(
      [],
    );
    expect(
      told(egress(`${PEER}, { podSelector: { matchLabels: { app: x } } }`, '{ port: http }') + WEB + DB),
    ).toEqual([]);
    expect(told(egress('{ namespaceSelector: {} }', '{ port: nothing }') + WEB + DB)).toEqual([]);
    const named = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }';
    expect(told(egress(named, '{ port: nothing }') + WEB + DB)).toHaveLength(1);
    expect(told(egress(named, '{ port: sql }') + WEB + DB)).toEqual([]);
  });
});

describe('a port that a policy allows by number', () => {
  test('need not be declared', () => {
    expect(told(ingress('{ port: 9090 }') + WEB + webService())).toEqual([]);
    expect(told(ingress('{ port: 80 }') + WEB)).toEqual([]);
  });

  test('is not that of the Service before the pods', () => {
    const [finding] = found(ingress('{ port: 80 }') + WEB + webService());
    expect(finding).toMatchObject({ severity: 'warning', help: ['write port: 8080'] });
    expect(finding?.title).toBe(
      'NetworkPolicy `shop/web` allows port 80, which is that of Service `shop/web` and not of its pods',
    );
    const byName = webService().replace('targetPort: 8080', 'targetPort: http');
    expect(told(ingress('{ port: 80 }') + WEB + byName)).toHaveLength(1);
    expect(
      told(egress('{ podSelector: { matchLabels: { app: web } } }', '{ port: 80 }') + WEB + webService()),
    ).toHaveLength(1);
  });

  test('may be both, or that of a container too', () => {
    const service = webService();
    expect(told(ingress('{ port: 80 }', '{ port: 8080 }') + WEB + service)).toEqual([]);
    expect(told(ingress('{ port: 80 }', '{ port: http }') + WEB + service.replace('8080', 'http'))).toEqual(
      [],
    );
    expect(told(ingress('{ port: 80, endPort: 9000 }') + WEB + service)).toEqual([]);
    const both = webWorkload({ container: 'ports: [{ containerPort: 8080 }, { containerPort: 80 }]' });
    expect(told(ingress('{ port: 80 }') + both + service)).toEqual([]);
    expect(told(ingress('{ port: 80, protocol: UDP }') + WEB + service)).toEqual([]);
  });

  test('is that of the pods where the Service has no address, or is of other pods', () => {
    const headless = webService().replace('spec:\n', 'spec:\n  clusterIP: None\n');
    expect(told(ingress('{ port: 80 }') + WEB + headless)).toEqual([]);
    const other = webService().replace('app: web', 'app: db');
    expect(told(ingress('{ port: 80 }') + WEB + DB + other)).toEqual([]);
  });

  test('is told of by what it cuts, where that is known', () => {
    const asks = webWorkload({ name: 'front', labels: 'app: front', container: 'args: ["http://web:80"]' });
    const text = ingress('{ port: 80 }') + WEB + webService() + asks;
    expect(checkManifests(text).flatMap(({ code }) => (code.startsWith('K36') ? [code] : []))).toEqual([
      'K367',
    ]);
  });
});
