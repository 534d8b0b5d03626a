import { webWorkload } from '../../../../lib/check/rules/references/example/web-workload';
import { headlessService } from '../../../../lib/check/rules/references/example/headless-service';
import { webPolicy } from '../../../../lib/check/rules/references/network/web-policy';
import { webService } from '../../../../lib/check/rules/references/network/web-service';
import { webhookExample } from '../../../../lib/check/rules/references/webhooks/webhook-example';
import { type CheckOptions } from '../../../../lib/check/check-options';
import { checkManifests } from '../../manifests';

const found = (text: string, code = 'K367', options?: CheckOptions) =>
  checkManifests(text, options).filter((each) => each.code === code);
const titles = (text: string, code?: string, options?: CheckOptions): readonly string[] =>
  found(text, code, options).map(({ title }) => title);
const named = (name: string, text: string): string => text.replace('name: web\n', `name: ${name}\n`);
const ingress = (rules: string): string =>
  webPolicy({ rules: `  policyTypes: [Ingress]\n  ingress: [${rules}]\n` });
const egress = (rules: string, selector = 'matchLabels: { app: front }'): string =>
  named('front', webPolicy({ selector, rules: `  policyTypes: [Egress]\n  egress: [${rules}]\n` }));
const from = (peer: string, ports = ''): string =>
  `{ from: [${peer}]${ports === '' ? '' : `, ports: [${ports}]`} }`;
const front = (container: string): string => webWorkload({ name: 'front', labels: 'app: front', container });
const asks = (value: string, name = 'API_URL'): string =>
  front(`env: [{ name: ${name}, value: "${value}" }]`);
const WEB = webWorkload({ container: 'ports: [{ name: http, containerPort: 8080 }]' }) + webService();
const FRONT = '{ podSelector: { matchLabels: { app: front } } }';
const BACK = '{ podSelector: { matchLabels: { app: back } } }';
/** Nobody but other pods comes in. */
const CLOSED = ingress(from(BACK));
const CUT = 'NetworkPolicy `shop/web` cuts Deployment `shop/front` off from Service `shop/web`';

describe('what shows whom pods ask', () => {
  test.each([
    ['the host of a URL', asks('http://web/')],
    ['with a user before it', asks('amqp://me:secret@web:80/')],
    ['one of several', asks('kafka://other:1,web:80')],
    ['a host and a port of the Service', asks('web:80', 'UPSTREAMS_OF_IT')],
    ['a name with its Namespace', asks('tcp://web.shop:80')],
    ['a full name, wherever it stands', asks('see web.shop.svc.cluster.local please', 'MOTD')],
    ['a name alone, by the name of the variable', asks('web', 'DB_HOST')],
    ['an argument', front('args: ["--upstream=http://web:80"]')],
    ['the argument after a flag', front('args: [--redis-addr, web]')],
  ])('%s', (_, pods) => {
    expect(titles(CLOSED + pods + WEB)).toEqual([CUT]);
  });

  test.each([
    ['a name alone that may be any word', asks('web', 'TEAM')],
    ['a path', asks('http://example.com/web:80/')],
    ['part of a name', asks('http://web-2:80/')],
    ['part of another', asks('http://my.web:80/')],
    ['an image', asks('example.com/web:80')],
    ['a port that the Service does not have', asks('web:5000', 'IMAGE')],
    ['a URL of such a port, which goes nowhere anyway', asks('http://web:5000')],
    ['a Service of another Namespace', asks('http://web.team/')],
    ['a user', asks('amqp://web:secret@example.com/')],
    ['names that a certificate is for', front('args: ["--host=web,web.shop.svc"]')],
    ['names that no proxy is asked for', asks('localhost,web.shop.svc', 'NO_PROXY')],
    ['where browsers come from', asks('http://web', 'CORS_ORIGIN')],
    ['where browsers are sent', asks('http://web/done', 'OAUTH_REDIRECT_URL')],
    ['what a token has to be for', front('args: ["--jwt-audience=http://web"]')],
    ['a reference to a variable', asks('http://$(web)/')],
  ])('and what does not: %s', (_, pods) => {
    expect(titles(CLOSED + pods + WEB)).toEqual([]);
  });

  test('is in ConfigMaps and Secrets too, by key or where no other workload takes them', () => {
    const map = `apiVersion: v1
kind: ConfigMap
metadata: { name: front, namespace: shop }
data:
  url: http://web:80
  nginx.conf: |
    # proxy_pass http://web:80;
    resolver 10.0.0.10;
---
`;
    const secret = `apiVersion: v1
kind: Secret
metadata: { name: front, namespace: shop }
data: { dsn: ${Buffer.from('postgres://me:hidden@web:80/shop').toString('base64')} }
---
`;
    const byKey = front('env: [{ name: API, valueFrom: { configMapKeyRef: { name: front, key: url } } }]');
    const all = (name: string): string =>
      webWorkload({
        name,
        labels: `app: ${name}`,
        container: 'envFrom: [{ configMapRef: { name: front } }]',
      });
    expect(titles(CLOSED + byKey + map + WEB)).toEqual([CUT]);
    expect(titles(CLOSED + all('front') + map + WEB)).toEqual([CUT]);
    expect(titles(CLOSED + all('front') + all('other') + map + WEB)).toEqual([]);
    expect(titles(CLOSED + all('front') + map.replace('  url: http://web:80\n', '') + WEB)).toEqual([]);
    const [finding] = found(
      CLOSED +
        front('env: [{ name: DSN, valueFrom: { secretKeyRef: { name: front, key: dsn } } }]') +
        secret +
        WEB,
    );
    expect(finding?.title).toBe(CUT);
    expect(JSON.stringify(finding)).not.toContain('hidden');
  });

  test('is the port that a variable beside it says', () => {
    const two = (port: number): string =>
      front(`env: [{ name: DB_HOST, value: web }, { name: DB_PORT, value: "${port}" }]`);
    const ports = WEB.replace(
      '    - port: 80\n      targetPort: 8080\n',
      '    - { name: a, port: 80, targetPort: 8080 }\n    - { name: b, port: 90, targetPort: 9090 }\n',
    );
    const open = ingress(from(FRONT, '{ port: 8080 }'));
    expect(titles(open + two(80) + ports)).toEqual([]);
    expect(titles(open + two(90) + ports)).toEqual([CUT]);
    // Whichever of the two it is.
    expect(titles(open + asks('web', 'DB_HOST') + ports)).toEqual([]);
  });
});

describe('a connection', () => {
  const pods = asks('http://web:80') + WEB;

  test('is let in by a rule that has both its peer and its port', () => {
    for (const rules of [
      from(FRONT),
      from(FRONT, '{ port: 8080 }'),
      from(FRONT, '{ port: http }'),
      from(FRONT, '{ protocol: TCP }'),
      from(FRONT, '{ port: 8000, endPort: 8080 }'),
      from('{ podSelector: {} }'),
      from('{ namespaceSelector: {} }'),
      from('{ ipBlock: { cidr: 10.0.0.0/8 } }'),
      from('{ namespaceSelector: { matchLabels: { team: any } } }'),
      from('{ podSelector: { matchLabels: { app: front, security.istio.io/tlsMode: istio } } }'),
      from('{ podSelector: { matchLabels: { security.istio.io/tlsMode: istio } } }'),
      '{}',
      `${from(BACK)}, ${from(FRONT)}`,
    ]) {
      expect([rules, titles(ingress(rules) + pods)]).toEqual([rules, []]);
    }
  });

  test('is not by any other', () => {
    for (const rules of [
      '',
      from(BACK),
      from(FRONT, '{ port: 80 }'),
      from(FRONT, '{ port: https }'),
      from(FRONT, '{ port: 8080, protocol: UDP }'),
      from(FRONT, '{ port: 8081, endPort: 8090 }'),
      from('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: team } } }'),
      from(
        '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } }, podSelector: { matchLabels: { app: back } } }',
      ),
      from('{ podSelector: { matchLabels: { app: back, security.istio.io/tlsMode: istio } } }'),
      `${from(BACK, '{ port: 8080 }')}, ${from(FRONT, '{ port: 80 }')}`,
    ]) {
      expect([rules, titles(ingress(rules) + pods)]).toEqual([rules, [CUT]]);
    }
  });

  test('is let in by any of the policies that select the pods, of the type that it is about', () => {
    const deny = named('deny', webPolicy({ selector: '', rules: '' }));
    expect(titles(deny + pods)).toHaveLength(1);
    expect(titles(deny + ingress(from(FRONT)) + pods)).toEqual([]);
    expect(titles(CLOSED + deny + pods)).toEqual([CUT]);
    // Without policyTypes a policy is about Ingress, and about Egress only with rules of it.
    expect(
      titles(named('deny', webPolicy({ selector: 'matchLabels: { app: front }', rules: '' })) + pods),
    ).toEqual([]);
    const none = named(
      'deny',
      webPolicy({
        selector: 'matchLabels: { app: front }',
        rules: '  egress: [{ to: [{ podSelector: { matchLabels: { app: db } } }] }]\n',
      }),
    );
    expect(titles(none + pods)).toEqual([
      'NetworkPolicy `shop/deny` cuts Deployment `shop/front` off from Service `shop/web`',
    ]);
    expect(titles(webPolicy({ rules: '  policyTypes: [Egress]\n' }) + pods)).toEqual([]);
  });

  test('has to be let out too, to the port of the pods', () => {
    const to = (ports: string): string =>
      egress(`{ to: [{ podSelector: { matchLabels: { app: web } } }], ports: [${ports}] }`);
    expect(titles(to('{ port: 8080 }') + pods)).toEqual([]);
    expect(titles(to('{ port: http }') + pods)).toEqual([]);
    const [finding] = found(to('{ port: 80 }') + pods);
    expect(finding?.title).toBe(
      'NetworkPolicy `shop/front` cuts Deployment `shop/front` off from Service `shop/web`',
    );
    expect(finding?.path).toBe('/spec/egress/0/ports');
    expect(finding?.help[0]).toBe('write the port of the pods in egress[0].ports: [{ port: 8080 }]');
    expect(titles(to('{ port: 80 }') + CLOSED + pods)).toHaveLength(2);
  });

  test('reaches one of the pods, or none', () => {
    const second = webWorkload({
      name: 'second',
      labels: 'app: web, track: canary',
      container: 'ports: [{ containerPort: 8080 }]',
    });
    const stable = CLOSED.replace('app: web }', 'app: web, track: stable }');
    expect(titles(CLOSED + pods + second)).toEqual([CUT]);
    // The canary is open.
    expect(titles(stable + pods + second)).toEqual([]);
  });

  test('is judged by what the Namespace is like, where the set has it', () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { team: a } }\n---\n';
    const by = (team: string): string =>
      ingress(from(`{ namespaceSelector: { matchLabels: { team: ${team} } } }`));
    expect(titles(namespace + by('a') + pods)).toEqual([]);
    expect(titles(namespace + by('b') + pods)).toEqual([CUT]);
  });

  test('may be let through by what is not known', () => {
    const external = { objects: [{ kind: 'networking.k8s.io/NetworkPolicy', namespace: 'shop' }] };
    expect(titles(CLOSED + pods, 'K367', { external })).toEqual([]);
    const elsewhere = { objects: [{ kind: 'networking.k8s.io/NetworkPolicy', namespace: 'team' }] };
    expect(titles(CLOSED + pods, 'K367', { external: elsewhere })).toEqual([CUT]);
    const cilium =
      'apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: a, namespace: shop }\n---\n';
    expect(titles(CLOSED + pods + cilium)).toEqual([]);
    expect(
      titles(CLOSED + pods.replace('      containers:', '      hostNetwork: true\n      containers:')),
    ).toEqual([]);
  });

  test('that many make is told of once', () => {
    const more = ['a', 'b', 'c'].map((name) =>
      webWorkload({ name, labels: `app: ${name}`, container: 'env: [{ name: U, value: "http://web:80" }]' }),
    );
    expect(titles(CLOSED + pods + more.join(''))).toEqual([
      'NetworkPolicy `shop/web` cuts Deployment `shop/front` and 3 more off from Service `shop/web`',
    ]);
    const services = ['a', 'b', 'c'].map((name) => named(name, webService()));
    const many = front(`args: [${['web', 'a', 'b', 'c'].map((name) => `"http://${name}:80"`).join(', ')}]`);
    expect(titles(egress('') + many + WEB + services.join(''))).toEqual([
      'NetworkPolicy `shop/front` cuts Deployment `shop/front` off from Service `shop/web` and 3 more',
    ]);
  });

  test('tells of the rule that comes nearest', () => {
    const deny = named('deny', webPolicy({ selector: '', rules: '' }));
    const port = ingress(`${from(BACK, '{ port: 8080 }')}, ${from(FRONT, '{ port: 80 }')}`);
    expect(found(deny + port + pods)[0]).toMatchObject({
      object: { name: 'web' },
      path: '/spec/ingress/1/ports',
    });
    expect(found(deny + CLOSED + pods)[0]).toMatchObject({
      path: '/spec/ingress/0/from',
      help: [`add to ingress[0].from: ${FRONT}`],
    });
    const none = named('deny', webPolicy({ rules: '' }));
    expect(found(none + pods)[0]?.help[0]).toBe(
      `add a rule of ingress: { from: [${FRONT}], ports: [{ port: 8080 }] }`,
    );
  });

  describe('of a policy that holds for others too', () => {
    const ADVICE = /^leave this policy, which is about (.*) too, and add one in `shop` with spec: (\{.*\})$/;
    const policyOf = (advice = ''): string =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: own, namespace: shop }\nspec: ${ADVICE.exec(advice)?.[2] ?? ''}\n---\n`;
    const other = webWorkload({ name: 'other', labels: 'app: other, tier: closed' });

    test.each([
      ['all', webPolicy({ selector: '', rules: '' }), 'Deployment `shop/front`'],
      [
        'some, of which a rule lets in others',
        webPolicy({
          selector: 'matchExpressions: [{ key: app, operator: In, values: [web, other] }]',
          rules: `  ingress: [${from(BACK)}]\n`,
        }),
        'Deployment `shop/other`',
      ],
      [
        'what is sent by some',
        egress('', 'matchExpressions: [{ key: app, operator: In, values: [front, other] }]'),
        'Deployment `shop/other`',
      ],
    ])(
      'advises to leave it, and one of their own for these pods, which lets them through: %s',
      (_, policy, about) => {
        const [finding, ...more] = found(policy + pods + other);
        expect(more).toEqual([]);
        expect(ADVICE.exec(finding?.help[0] ?? '')?.[1]).toBe(about);
        expect(titles(policy + pods + other + policyOf(finding?.help[0]))).toEqual([]);
      },
    );

    test('advises to mend the port alone where the peer is let in', () => {
      const both = (rules: string): string =>
        webPolicy({
          selector: 'matchExpressions: [{ key: app, operator: In, values: [web, other] }]',
          rules,
        });
      const wrong = both(`  ingress: [${from(FRONT, '{ port: 80 }')}]\n`);
      expect(found(wrong + pods + other)[0]?.help).toEqual([
        'write the port of the pods in ingress[0].ports: [{ port: 8080 }]',
      ]);
      const web = WEB + named('out', webService({ type: 'LoadBalancer' }));
      expect(found(both('  ingress: [{ ports: [{ port: 80 }] }]\n') + web + other, 'K378')[0]?.help).toEqual([
        'write the port of the pods in ingress[0].ports: [{ port: 8080 }]',
      ]);
    });

    test('does so for what comes in from outside as well', () => {
      const web = WEB + named('out', webService({ type: 'LoadBalancer' }));
      const [finding] = found(ingress(from(BACK)) + web, 'K378');
      expect(finding?.help[0]).toMatch(/^add /);
      const [wide] = found(webPolicy({ selector: '', rules: '' }) + web + other, 'K378');
      expect(ADVICE.exec(wide?.help[0] ?? '')?.[1]).toBe('Deployment `shop/other`');
      const open = policyOf(wide?.help[0]).replace('<addresses that may come>', '0.0.0.0/0');
      expect(found(webPolicy({ selector: '', rules: '' }) + web + other + open, 'K378')).toEqual([]);
    });
  });
});

describe('pods that find each other', () => {
  const set = (replicas: number, container = ''): string =>
    webWorkload({
      kind: 'StatefulSet',
      replicas,
      spec: 'serviceName: web',
      ...(container !== '' && { container }),
    });
  const peers = headlessService().replace('spec:\n', 'spec:\n  publishNotReadyAddresses: true\n');
  const cut = 'NetworkPolicy `shop/web` cuts StatefulSet `shop/web` off from Service `shop/web`';

  test('are those of a StatefulSet whose Service is about pods that are not ready, or that name it', () => {
    expect(titles(CLOSED + set(3) + peers)).toEqual([cut]);
    expect(titles(CLOSED + set(3) + headlessService())).toEqual([]);
    for (const host of ['web-0.web', 'web-0.web.shop.svc', 'web.shop.svc']) {
      const join = set(3, `args: ["--join=${host}:7946"]`) + headlessService();
      expect(titles(CLOSED + join)).toEqual([cut]);
    }
  });

  test('are none where there is one, or where they are let in', () => {
    expect(titles(CLOSED + set(1) + peers)).toEqual([]);
    expect(titles(ingress(from('{ podSelector: { matchLabels: { app: web } } }')) + set(3) + peers)).toEqual(
      [],
    );
  });

  test('are asked on their own port', () => {
    const join = set(3, 'args: ["--join=web-0.web.shop.svc:7946"]') + headlessService();
    const own = (port: number): string =>
      ingress(from('{ podSelector: { matchLabels: { app: web } } }', `{ port: ${port} }`));
    expect(titles(own(7946) + join)).toEqual([]);
    expect(titles(own(80) + join)).toEqual([cut]);
  });

  test('are not pods that ask themselves by a Service with an address', () => {
    expect(
      titles(ingress('') + webWorkload({ replicas: 3, container: 'args: ["http://web:80"]' }) + webService()),
    ).toEqual([]);
  });
});

describe('what comes from outside', () => {
  const route = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
---
`;
  const cuts = (rules: string, rest = route, options?: CheckOptions): readonly string[] =>
    titles(
      ingress(rules) + rest + WEB + asks('') + webWorkload({ name: 'back', labels: 'app: back' }),
      'K378',
      options,
    );
  const CUT_ROUTE =
    'NetworkPolicy `shop/web` keeps out all that comes to Service `shop/web` by Ingress `shop/shop`';

  test('is kept out by peers of the same Namespace alone, and by ports', () => {
    for (const rules of [
      '',
      from(FRONT),
      from('{ podSelector: {} }'),
      '{ ports: [{ port: 80 }] }',
      from('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }'),
    ]) {
      expect([rules, cuts(rules)]).toEqual([rules, [CUT_ROUTE]]);
    }
  });

  test('may be let in by whatever may be a controller', () => {
    for (const rules of [
      '{}',
      '{ ports: [{ port: 8080 }] }',
      from('{ namespaceSelector: {} }'),
      from('{ ipBlock: { cidr: 10.0.0.0/8 } }'),
      from('{ namespaceSelector: { matchLabels: { a: b } }, podSelector: { matchLabels: { app: front } } }'),
    ]) {
      expect([rules, cuts(rules)]).toEqual([rules, []]);
    }
    const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: controller }
rules: [{ apiGroups: [networking.k8s.io], resources: [ingresses], verbs: [get, list, watch] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
---
`;
    expect(cuts(from(FRONT), route + role)).toEqual([]);
  });

  test('comes to what a load balancer has', () => {
    const balancer = named('out', webService({ type: 'LoadBalancer' }));
    expect(cuts(from(FRONT), balancer)).toEqual([
      'NetworkPolicy `shop/web` keeps out all that comes to Service `shop/out` from outside',
    ]);
    expect(cuts(from(FRONT), named('out', webService()))).toEqual([]);
  });

  test('is the API server, for a webhook', () => {
    const hook = webhookExample().split('---\n')[0] ?? '';
    const asked = `${hook.replace('port: 443', 'port: 80').replace('path: /check', 'port: 80, path: /check')}---\n`;
    expect(cuts(from(FRONT), asked)).toEqual([
      'NetworkPolicy `shop/web` keeps out the API server, which asks Service `shop/web` for ValidatingWebhookConfiguration `web`',
    ]);
    const in_ = (name: string): string =>
      from(`{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${name} } } }`);
    expect(cuts(in_('monitoring'), asked)).toHaveLength(1);
    expect(cuts(in_('kube-system'), asked)).toEqual([]);
    expect(cuts(from('{ ipBlock: { cidr: 10.0.0.1/32 } }'), asked)).toEqual([]);
  });

  test('is told of once for the paths of an Ingress', () => {
    const paths = ['/a', '/b'].map(
      (path) =>
        `{ path: ${path}, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }`,
    );
    const two = route.replace(
      /spec: .*/,
      `spec: { rules: [{ host: a.example.com, http: { paths: [${paths.join(', ')}] } }] }`,
    );
    expect(cuts(from(FRONT), two)).toEqual([CUT_ROUTE]);
  });
});
