import { checkManifests } from '../../manifests';

const found = (text: string, code: string) => checkManifests(text).filter((each) => each.code === code);

describe('the port of a probe or handler', () => {
  const pod = (container: string, other = ''): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: "a:1", ${container} }${other}] }\n`;
  const ports = 'ports: [{ name: http, containerPort: 8080 }]';
  const probe = (port: string): string => `readinessProbe: { httpGet: { path: /, port: ${port} } }`;

  test('is one of its container by name, or any number', () => {
    expect(found(pod(`${ports}, ${probe('http')}`), 'K332')).toEqual([]);
    expect(found(pod(`${ports}, ${probe('9999')}`), 'K332')).toEqual([]);
    expect(found(pod(`${ports}, ${probe('"9999"')}`), 'K332')).toEqual([]);
    expect(found(pod(`${ports}, ${probe('http2')}`), 'K332')[0]).toMatchObject({
      path: '/spec/containers/0/readinessProbe/httpGet/port',
      notes: [
        'readinessProbe: the container is never ready: Services send it nothing, and a rollout waits for it until its deadline',
      ],
      help: expect.arrayContaining(['did you mean `http`?']) as unknown,
    });
  });

  test('is that of another container by number only', () => {
    const other = ', { name: metrics, image: "a:1", ports: [{ name: metrics, containerPort: 9090 }] }';
    const [first] = found(pod(`${ports}, ${probe('metrics')}`, other), 'K332');
    expect(first?.help.at(-1)).toBe('write its number, 9090: all containers of a pod share their ports');
  });

  test('is looked at in every handler, and told once a port', () => {
    const tcp = '{ tcpSocket: { port: admin } }';
    const text = pod(
      `${ports}, livenessProbe: ${tcp}, startupProbe: ${tcp}, lifecycle: { preStop: { httpGet: { port: admin } }, postStart: { httpGet: { port: quit } } }`,
    );
    const both = found(text, 'K332');
    expect(both.map(({ path }) => path)).toEqual([
      '/spec/containers/0/startupProbe/tcpSocket/port',
      '/spec/containers/0/lifecycle/postStart/httpGet/port',
    ]);
    expect(both[0]?.notes.map((note) => note.split(':')[0])).toEqual([
      'startupProbe',
      'livenessProbe',
      'preStop',
    ]);
  });
});

describe('endpoints by hand', () => {
  const service = (spec: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: shop }\nspec: { ${spec} }\n---\n`;
  const endpoints = (ports: string, metadata = 'name: db, namespace: shop'): string =>
    `apiVersion: v1\nkind: Endpoints\nmetadata: { ${metadata} }\nsubsets: [{ addresses: [{ ip: 192.0.2.1 }], ports: [${ports}] }]\n---\n`;
  const slice = (label: string, ports: string): string =>
    `apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: { name: db-1, namespace: shop${label} }\naddressType: IPv4\nendpoints: [{ addresses: [192.0.2.1] }]\nports: [${ports}]\n---\n`;
  const LABEL = ', labels: { kubernetes.io/service-name: db }';
  const codes = (text: string): readonly string[] =>
    checkManifests(text)
      .filter(({ code }) => /^K33[4-7]$/.test(code))
      .map(({ code, severity }) => `${code} ${severity}`);

  test('belong to a Service of their name, or of their label', () => {
    expect(codes(endpoints('{ port: 1 }'))).toEqual(['K335 error']);
    expect(codes(slice(LABEL, '{ port: 1 }'))).toEqual(['K334 error']);
    expect(codes(slice('', '{ port: 1 }') + service('ports: [{ port: 1 }]'))).toEqual(['K334 error']);
    const lock = 'name: leader, annotations: { control-plane.alpha.kubernetes.io/leader: "{}" }';
    expect(codes(endpoints('', lock))).toEqual([]);
  });

  test('have its ports by name, whatever the numbers', () => {
    expect(codes(service('ports: [{ port: 80, targetPort: 1 }]') + endpoints('{ port: 2 }'))).toEqual([]);
    const named = service('ports: [{ name: a, port: 80 }, { name: b, port: 81 }]');
    expect(codes(named + endpoints('{ name: a, port: 1 }, { name: b, port: 2 }'))).toEqual([]);
    expect(codes(named + endpoints('{ name: a, port: 1 }'))).toEqual(['K336 error']);
    expect(codes(named + slice(LABEL, '{ name: a, port: 1 }'))).toEqual(['K336 warning']);
    expect(codes(named + slice(LABEL, '{ name: c, port: 1 }'))).toEqual(['K336 error']);
    expect(codes(service('ports: [{ port: 80 }]') + slice(LABEL, '{ name: "", port: 1 }'))).toEqual([]);
  });

  test('are overwritten where the Service selects pods', () => {
    const selecting = service('selector: { a: b }, ports: [{ port: 1 }]');
    expect(codes(selecting + endpoints('{ port: 1 }'))).toEqual(['K337 error']);
    expect(codes(selecting + slice(LABEL, '{ port: 1 }'))).toEqual([]);
  });
});

describe('the subPath of a mount', () => {
  const pod = (subPath: string, volume: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: "a:1", volumeMounts: [{ name: v, mountPath: /a, subPath: ${subPath} }] }], volumes: [{ name: v, ${volume} }] }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: conf }\ndata: { app.conf: a }\n`;
  const misses = (subPath: string, volume: string): boolean => found(pod(subPath, volume), 'K338').length > 0;

  test('is a file of the volume, or a directory of its items', () => {
    expect(misses('app.conf', 'configMap: { name: conf }')).toBe(false);
    expect(misses('app.cnf', 'configMap: { name: conf }')).toBe(true);
    const items = 'configMap: { name: conf, items: [{ key: app.conf, path: etc/a.conf }] }';
    expect(misses('etc/a.conf', items)).toBe(false);
    expect(misses('etc', items)).toBe(false);
    expect(misses('app.conf', items)).toBe(true);
  });

  test('is anything where nobody knows the files', () => {
    expect(misses('a', 'emptyDir: {}')).toBe(false);
    expect(misses('a', 'configMap: { name: conf, optional: true }')).toBe(false);
    expect(misses('a', 'configMap: { name: other }')).toBe(false);
  });
});

describe('the number that a Service leads to', () => {
  const shop = (ports: string, ...pods: readonly string[]): string =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [${ports}] }\n---\n${pods
      .map(
        (declared, i) =>
          `apiVersion: v1\nkind: Pod\nmetadata: { name: web-${i}, labels: { app: web } }\nspec: { containers: [{ name: web, image: "a:1", ports: [${declared}] }] }\n---\n`,
      )
      .join('')}`;
  const severities = (text: string): readonly string[] => found(text, 'K333').map(({ severity }) => severity);
  const P8080 = '{ name: http, containerPort: 8080 }';

  test('is one that the pods declare, where they declare any', () => {
    expect(severities(shop('{ port: 80, targetPort: 8080 }', P8080))).toEqual([]);
    expect(severities(shop('{ port: 80 }', ''))).toEqual([]);
    expect(severities(shop('{ port: 80 }', P8080))).toEqual(['warning']);
    expect(severities(shop('{ port: 8081 }', P8080))).toEqual(['info']);
    expect(severities(shop('{ port: 80, targetPort: 8081 }', P8080))).toEqual(['info']);
  });

  test('may be any where another one is declared, or other pods may listen', () => {
    const http = '{ name: a, port: 80, targetPort: http }';
    expect(severities(shop(`${http}, { name: b, port: 81 }`, P8080))).toEqual([]);
    expect(severities(shop('{ port: 80 }', P8080, ''))).toEqual([]);
    expect(severities(shop('{ port: 80 }', P8080, '{ containerPort: 80 }'))).toEqual([]);
    expect(severities(shop('{ port: 80 }], clusterIP: None, x: [', P8080))).toEqual([]);
  });
});
