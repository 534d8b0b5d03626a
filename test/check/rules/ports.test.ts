import { checkManifests, findingsIn } from '../manifests';

interface Parts {
  /** `port` of the backend, in flow style. */
  readonly backend?: string;
  readonly service?: string;
  readonly ports?: string;
  readonly type?: string;
  readonly className?: string;
  readonly containerPorts?: string;
}

function shop({ backend, service = 'web', ports, type, className, containerPorts }: Parts): string {
  const path = `{ path: /, pathType: Prefix, backend: { service: { name: ${service}, port: ${backend ?? '{ number: 80 }'} } } }`;
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ${className === undefined ? '' : `ingressClassName: ${className}, `}rules: [{ http: { paths: [${path}] } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ${type === undefined ? '' : `type: ${type}, `}selector: { app: web }, ports: ${ports ?? '[{ name: http, port: 80, targetPort: 8080 }]'} }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: "example.com/web:1", ports: ${containerPorts ?? '[{ name: web, containerPort: 8080 }]'} }] }
`;
}

const only = (parts: Parts) => {
  // That a name of digits is refused is told by another rule.
  const found = checkManifests(shop(parts)).filter((each) => each.code !== 'K223');
  expect(found).toHaveLength(1);
  const [{ code, severity, notes, help, path } = { code: '', severity: '', notes: [], help: [], path: '' }] =
    found;
  return { code, severity, notes, help, path };
};

describe('the port that an Ingress routes to', () => {
  it('is one of the Service, by number or name', () => {
    expect(findingsIn(shop({}))).toEqual([]);
    expect(findingsIn(shop({ backend: '{ name: http }' }))).toEqual([]);
  });

  it("is not the container's, by number or name", () => {
    const note = (port: string) => `${port} is the container's port; an Ingress names the Service's port`;
    const help = ["use `port: { name: 'http' }` or `number: 80`"];
    expect(only({ backend: '{ number: 8080 }' })).toEqual({
      code: 'K305',
      severity: 'error',
      path: '/spec/rules/0/http/paths/0/backend/service/port/number',
      notes: [note('8080')],
      help,
    });
    expect(only({ backend: '{ name: web }' })).toMatchObject({ notes: [note('`web`')], help });
    const byName = { backend: '{ number: 8080 }', ports: '[{ name: http, port: 80, targetPort: web }]' };
    expect(only(byName)).toMatchObject({ notes: [note('8080')], help });
  });

  it('is a name that is like another, or a number in quotes', () => {
    const ports = '[{ name: http, port: 80 }, { name: metrics, port: 9090 }]';
    const containerPorts = '[{ containerPort: 80 }, { containerPort: 9090 }]';
    expect(only({ backend: '{ name: metric }', ports, containerPorts }).help).toEqual([
      "use `port: { name: 'metrics' }` or `number: 9090`",
    ]);
    expect(only({ backend: '{ name: "80" }', ports, containerPorts }).help).toEqual([
      "use `port: { name: 'http' }` or `number: 80`",
    ]);
    expect(only({ backend: '{ number: 1234 }', ports, containerPorts }).help).toEqual([
      'name one of its ports, or add this one to Service `shop/web`',
    ]);
  });

  it('may be the targetPort for ingress-nginx, which is a warning', () => {
    expect(only({ backend: '{ number: 8080 }', className: 'nginx' }).severity).toBe('warning');
    expect(only({ backend: '{ number: 8081 }', className: 'nginx' }).severity).toBe('error');
    expect(only({ backend: '{ number: 8080 }', className: 'other' }).severity).toBe('error');
  });

  it('is not looked for where nothing can be said', () => {
    const external = {
      type: 'ExternalName, externalName: example.com',
      ports: '[]',
      backend: '{ number: 443 }',
    };
    expect(findingsIn(shop(external))).toEqual([]);
    expect(findingsIn(shop({ service: 'redirect', backend: '{ name: use-annotation }' }))).toEqual([]);
  });

  it('is told of once, however many paths lead there', () => {
    const backend = 'backend: { service: { name: web, port: { number: 8080 } } }';
    const text = shop({}).replace(
      /paths: \[.*\] \} \}\]/,
      `paths: [{ path: /a, pathType: Prefix, ${backend} }, { path: /b, pathType: Prefix, ${backend} }] } }]`,
    );
    const [found, ...more] = checkManifests(text);
    expect(more).toEqual([]);
    expect(found?.notes.at(-1)).toBe('1 more backend of this Ingress names it');
  });
});

describe('the Service that an Ingress routes to', () => {
  it('is there, or is told of with the nearest', () => {
    const found = only({ service: 'wep' });
    expect(found.code).toBe('K304');
    expect(found.help[0]).toBe('did you mean `web`?');
  });

  it('may be declared', () => {
    const external = (name: string) => ({
      external: { objects: [{ kind: 'Service', namespace: 'shop', name }] },
    });
    expect(findingsIn(shop({ service: 'api' }), external('a*'))).toEqual([]);
    expect(findingsIn(shop({ service: 'api' }), external('b*'))).toHaveLength(1);
  });

  it('is no Service of another namespace', () => {
    const text = shop({}).replace(
      'kind: Service\nmetadata: { name: web, namespace: shop }',
      'kind: Service\nmetadata: { name: web, namespace: other }',
    );
    const [found] = checkManifests(text).filter(({ code }) => code === 'K304');
    expect(found?.notes).toEqual([
      'there is one in `other`, but an Ingress routes to Services of its own namespace only',
    ]);
  });
});

describe('the targetPort of a Service', () => {
  const named = (name: string, containerPorts: string) =>
    shop({ ports: `[{ name: http, port: 80, targetPort: ${name} }]`, containerPorts });

  it('that is a name is one of a port of the pods, of the same protocol', () => {
    expect(findingsIn(named('web', '[{ name: web, containerPort: 8080 }]'))).toEqual([]);
    expect(findingsIn(named('web', '[{ name: web, containerPort: 8080, protocol: UDP }]'))).toEqual([
      'K302 Service `shop/web` leads to the port `web`, which its pods do not have',
    ]);
    const [found] = checkManifests(named('web', '[{ name: wep, containerPort: 8080 }]'));
    expect(found).toMatchObject({ severity: 'error', help: ['did you mean `wep`?'] });
  });

  it('that is a number need not be declared in the pod', () => {
    expect(findingsIn(shop({ containerPorts: '[]' }))).toEqual([]);
  });

  it('may be that of a sidecar, but of no other init container', () => {
    const withInit = (policy: string) =>
      named('web', '[]').replace(
        'spec: { containers:',
        `spec: { initContainers: [{ name: mesh, image: "example.com/mesh:1", ${policy} ports: [{ name: web, containerPort: 1 }] }], containers:`,
      );
    expect(findingsIn(withInit('restartPolicy: Always,'))).toEqual([]);
    expect(findingsIn(withInit(''))).toHaveLength(1);
  });

  it('that some pods lack is a warning', () => {
    const other = `---
apiVersion: v1
kind: Pod
metadata: { name: other, namespace: shop, labels: { app: web } }
spec: { containers: [{ name: web, image: "example.com/web:1" }] }
`;
    const [found] = checkManifests(named('web', '[{ name: web, containerPort: 8080 }]') + other);
    expect(found).toMatchObject({ code: 'K302', severity: 'warning' });
    expect(found?.notes).toEqual(['1 of 2 pod templates that it selects lack it, and get no traffic by it']);
  });
});
