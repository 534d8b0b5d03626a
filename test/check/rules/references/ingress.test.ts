import { checkManifests, findingsIn } from '../../manifests';

interface Parts {
  readonly name?: string;
  readonly namespace?: string;
  readonly annotation?: string;
  readonly className?: string;
  readonly host?: string;
  /** Each `path pathType service`. */
  readonly paths?: readonly string[];
  readonly tls?: string;
}

function ingress(parts: Parts): string {
  const { name = 'web', namespace = 'shop', annotation, className, host = 'a.example.com', tls } = parts;
  const paths = (parts.paths ?? ['/ Prefix web']).map((each) => {
    const [path = '', pathType = '', service = ''] = each.split(' ');
    return `{ path: ${path}, pathType: ${pathType}, backend: { service: { name: ${service}, port: { number: 80 } } } }`;
  });
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: ${namespace}${annotation === undefined ? '' : `, annotations: { ${annotation} }`} }
spec: { ${className === undefined ? '' : `ingressClassName: ${className}, `}${tls === undefined ? '' : `tls: [{ secretName: ${tls}, hosts: [${host}] }], `}rules: [{ host: ${host}, http: { paths: [${paths.join(', ')}] } }] }
---
`;
}
const codes = (text: string, of = /^K3(16|17|18|19|30)$/): readonly string[] =>
  checkManifests(text)
    .filter(({ code }) => of.test(code))
    .map(({ code, severity }) => `${code} ${severity}`);

describe('a host and path that two Ingresses claim', () => {
  const two = (first: Parts, second: Parts) => codes(ingress(first) + ingress({ name: 'other', ...second }));
  const api = { paths: ['/ Prefix api'] };

  test('are a conflict, and less of one where they lead to one place', () => {
    expect(two({}, api)).toEqual(['K319 error']);
    expect(two({}, {})).toEqual(['K319 warning']);
    expect(two({}, { namespace: 'team' })).toEqual(['K319 error']);
  });

  test('are told once a pair, at the later one', () => {
    const paths = ['/a Prefix web', '/b Prefix web'];
    const both = ['/a Prefix web', '/b Prefix api'];
    const [found, ...more] = checkManifests(
      ingress({ paths }) + ingress({ name: 'other', namespace: 'team', paths: both }),
    ).filter(({ code }) => code === 'K319');
    expect(more).toEqual([]);
    expect(found?.title).toBe(
      'Ingress `team/other` claims `a.example.com/a` (Prefix), which Ingress `shop/web` has claimed',
    );
    expect(found?.notes.slice(-2)).toEqual([
      'they are in two namespaces: who may write Ingresses in the one takes requests of the other',
      '1 more path of the two is the same',
    ]);
  });

  test('are none where one goes before the other, or they meet nowhere', () => {
    expect(two({}, { paths: ['/ Exact api'] })).toEqual([]);
    expect(two({ paths: ['/a Prefix web'] }, { paths: ['/a/b Prefix api'] })).toEqual([]);
    expect(two({ paths: ['/a Prefix web'] }, { paths: ['/a/ Prefix api'] })).toEqual(['K319 error']);
    expect(two({ paths: ['/a Exact web'] }, { paths: ['/a/ Exact api'] })).toEqual([]);
    expect(two({}, { ...api, host: 'b.example.com' })).toEqual([]);
    expect(two({ className: 'nginx' }, { ...api, className: 'traefik' })).toEqual([]);
    expect(two({ className: 'nginx' }, { ...api, annotation: 'kubernetes.io/ingress.class: nginx' })).toEqual(
      ['K319 error'],
    );
  });

  test('are none where annotations tell them apart', () => {
    const canary = 'nginx.ingress.kubernetes.io/canary: "true"';
    expect(two({}, { ...api, annotation: canary })).toEqual([]);
  });

  test('are none where each has a load balancer of its own', () => {
    expect(two({ className: 'alb' }, { ...api, className: 'alb' })).toEqual([]);
    const annotation = 'alb.ingress.kubernetes.io/group.name: g';
    expect(two({ className: 'alb', annotation }, { ...api, className: 'alb', annotation })).toEqual([
      'K319 error',
    ]);
  });

  test('may be all that is left, of Ingresses without rules', () => {
    const rest = (name: string, service: string): string =>
      `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name}, namespace: shop }\nspec: { defaultBackend: { service: { name: ${service}, port: { number: 80 } } } }\n---\n`;
    expect(codes(rest('a', 'web') + rest('b', 'api'))).toEqual(['K319 error']);
    expect(codes(rest('a', 'web') + ingress({}))).toEqual([]);
    const [found] = checkManifests(rest('a', 'web') + rest('b', 'api')).filter(({ code }) => code === 'K319');
    expect(found).toMatchObject({
      title: 'Ingress `shop/b` claims the default backend, which Ingress `shop/a` has claimed',
      path: '/spec/defaultBackend',
    });
  });

  test('may be those of one Ingress', () => {
    expect(codes(ingress({ paths: ['/a Prefix web', '/a Prefix api'] }))).toEqual(['K330 error']);
    expect(codes(ingress({ paths: ['/a Prefix web', '/a/ Prefix web'] }))).toEqual(['K330 warning']);
    expect(codes(ingress({ paths: ['/a Prefix web', '/a Exact api'] }))).toEqual([]);
  });

  test('are told as one object where they have one name', () => {
    expect(codes(ingress({}) + ingress(api))).toEqual([]);
  });
});

describe('the certificate of an Ingress', () => {
  const secret = (rest: string): string =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: tls, namespace: shop }\n${rest}\n---\n`;
  const withTls = ingress({ tls: 'tls' });

  test('is in a Secret that is there', () => {
    expect(codes(withTls)).toEqual(['K316 warning']);
    expect(codes(ingress({ tls: 'tls', className: 'alb' }))).toEqual([]);
    const shim = 'cert-manager.io/cluster-issuer: letsencrypt';
    expect(codes(ingress({ tls: 'tls', annotation: shim }))).toEqual([]);
    const external = { objects: [{ kind: 'Secret', namespace: 'shop' }] };
    expect(findingsIn(withTls, { external }).filter((each) => each.startsWith('K316'))).toEqual([]);
  });

  test('is under the two keys, in a Secret of the type', () => {
    const keys = 'stringData: { tls.crt: a, tls.key: b }';
    expect(codes(withTls + secret(`type: kubernetes.io/tls\n${keys}`))).toEqual([]);
    expect(codes(withTls + secret(keys))).toEqual(['K317 warning']);
    expect(codes(withTls + secret('stringData: { tls.crt: a }'))).toEqual(['K317 error']);
    expect(codes(withTls + secret(''))).toEqual(['K317 warning']);
  });
});

test('the class of an Ingress is missed only where there are classes', () => {
  const text = ingress({ className: 'internel' });
  const of = (name: string) => ({
    external: { objects: [{ kind: 'networking.k8s.io/IngressClass', name }] },
  });
  const severities = (manifests: string, options = {}) =>
    checkManifests(manifests, options).flatMap(({ code, severity }) => (code === 'K318' ? severity : []));
  const known = `apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata: { name: NAME }\nspec: { controller: example.com/c }\n`;
  expect(severities(text)).toEqual([]);
  expect(severities(text, of('nginx'))).toEqual(['warning']);
  expect(severities(text, of('inter*'))).toEqual([]);
  expect(severities(text + known.replace('NAME', 'nginx'))).toEqual(['warning']);
  expect(severities(text + known.replace('NAME', 'internal'))).toEqual(['error']);
});
