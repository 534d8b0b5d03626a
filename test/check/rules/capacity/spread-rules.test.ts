import { type ExternalNode } from '../../../../lib/check/external/external-node';
import { nodeExample } from '../../../../lib/check/rules/capacity/nodes/node-examples';
import { spreadExample } from '../../../../lib/check/rules/capacity/nodes/spread-examples';
import { deploymentExample } from '../../../../lib/check/rules/capacity/rollout/rollout-examples';
import { type Diagnostic } from '../../../../lib/diagnostics/diagnostic';
import { checkManifests } from '../../manifests';

const CODES = ['K473', 'K474', 'K475', 'K476'];
const HOST = 'kubernetes.io/hostname';
const ZONES: readonly ExternalNode[] = ['a', 'b'].map((zone) => ({
  name: `node-${zone}`,
  labels: { 'topology.kubernetes.io/zone': zone },
}));

function spreads(manifests: string, nodes: readonly ExternalNode[] = []): readonly Diagnostic[] {
  return checkManifests(manifests, { external: { nodes } }).filter(({ code }) => CODES.includes(code));
}

const codes = (manifests: string, nodes?: readonly ExternalNode[]): readonly string[] =>
  spreads(manifests, nodes).map(({ code, severity }) => `${code} ${severity}`);

const selecting = (labelSelector: string, keys = ''): string =>
  deploymentExample(
    '',
    `      topologySpreadConstraints:
        - topologyKey: ${HOST}
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
${labelSelector}${keys}`,
  );

describe('a spread that does not count its own pods', () => {
  test.each([
    ['no selector', '', 'no labelSelector: it selects no pod'],
    ['an empty one', '          labelSelector: {}\n', 'labelSelector is empty'],
    [
      'one of another label',
      '          labelSelector: { matchLabels: { name: web } }\n',
      'labelSelector is `name=web`\nthe pods have no label `name`',
    ],
    [
      'one of another value',
      '          labelSelector: { matchExpressions: [{ key: app, operator: NotIn, values: [web] }] }\n',
      'labelSelector is `app notin (web)`\nthe pods have `app=web`',
    ],
  ])('%s is told of, without any Node', (_, selector, label) => {
    const [found, ...others] = spreads(selecting(selector));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'K473', severity: 'warning' });
    expect(found?.spans[0]?.label).toBe(label);
    expect(found?.help).toEqual(['change the labelSelector to `app=web`']);
  });

  test.each([
    [
      'that controllers give',
      '          labelSelector: { matchLabels: { app: web, pod-template-hash: x } }\n',
      '',
    ],
    ['by keys', '          labelSelector: {}\n', '          matchLabelKeys: [pod-template-hash]\n'],
    ['by own keys', '          labelSelector: {}\n', '          matchLabelKeys: [app]\n'],
  ])('labels %s are its own', (_, selector, keys) => {
    expect(codes(selecting(selector, keys))).toEqual([]);
  });

  test('keys that the pods lack ask for nothing', () => {
    expect(codes(selecting('          labelSelector: {}\n', '          matchLabelKeys: [tier]\n'))).toEqual([
      'K473 warning',
    ]);
  });

  test('shows the pods that are counted in their place', () => {
    const other = deploymentExample('').replaceAll('web', 'cart');
    const [found] = spreads(other + selecting('          labelSelector: { matchLabels: { app: cart } }\n'));
    expect(found?.spans.map(({ label }) => label)).toContain('these pods are counted');
  });
});

describe('a key that Nodes do not have', () => {
  const BOTH = spreadExample() + spreadExample({ key: 'rack' }).split('\n').slice(1).join('\n');

  test('is told with the nearest that they have, and what the scheduler says', () => {
    const [found] = spreads(
      deploymentExample('', spreadExample({ key: 'topology.kubernetes.io/zones' })),
      ZONES,
    );
    expect(found?.notes).toEqual([
      'they stay Pending (FailedScheduling): "0/2 nodes are available: 2 node(s) didn\'t match pod topology spread constraints (missing required label)."',
    ]);
    expect(found?.help[0]).toBe('did you mean `topology.kubernetes.io/zone`?');
  });

  test.each(['zone', 'failure-domain.beta.kubernetes.io/zone'])(
    '%s leads to the label of that name',
    (key) => {
      const [found] = spreads(deploymentExample('', spreadExample({ key })), ZONES);
      expect(found?.help[0]).toBe('did you mean `topology.kubernetes.io/zone`?');
    },
  );

  test('one Node is enough, but it needs all keys', () => {
    const [a, b] = ZONES;
    const racked = { ...b, name: 'b', labels: { rack: '1' } };
    expect(codes(deploymentExample('', BOTH), [{ name: 'x' }, racked, ...(a ? [a] : [])])).toEqual([
      'K474 error',
    ]);
    const both = { name: 'c', labels: { rack: '1', 'topology.kubernetes.io/zone': 'c' } };
    expect(codes(deploymentExample('', BOTH), [{ name: 'x' }, racked, both])).toEqual([]);
  });

  test('does not matter where the spread is only preferred, where the Node is named, or without Nodes', () => {
    const spread = spreadExample({ key: 'rack' });
    expect(codes(deploymentExample('', spread), ZONES)).toEqual(['K474 error']);
    expect(codes(deploymentExample('', spread.replace('DoNotSchedule', 'ScheduleAnyway')), ZONES)).toEqual(
      [],
    );
    expect(codes(deploymentExample('', `      nodeName: node-a\n${spread}`), ZONES)).toEqual([]);
    expect(codes(deploymentExample('', `      schedulerName: batch\n${spread}`), ZONES)).toEqual([]);
    expect(codes(deploymentExample('', spread))).toEqual([]);
  });
});

describe('minDomains', () => {
  const spread = (replicas: number, more = '          minDomains: 3\n'): string =>
    deploymentExample(`  replicas: ${replicas}\n  strategy: { type: Recreate }\n`, spreadExample({ more }));

  test('does not matter to as many pods as maxSkew lets into each domain', () => {
    expect(codes(spread(2), ZONES)).toEqual([]);
    expect(codes(spread(3), ZONES)).toEqual(['K475 error']);
    expect(codes(spread(3))).toEqual([]);
  });

  test('is told with the domains that there are', () => {
    const [found] = spreads(spread(3), ZONES);
    expect(found?.title).toBe(
      'Deployment `shop/web` has 3 pods, and their spread over `topology.kubernetes.io/zone` leaves 2 places for them',
    );
    expect(found?.spans[0]?.label).toBe(
      'minDomains is 3, and there are 2 domains of `topology.kubernetes.io/zone`',
    );
    expect(found?.help[0]).toBe('write minDomains: 2, or add Nodes in 1 more');
  });

  test('only an autoscaler goes beyond it: a warning', () => {
    const scaler = `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 2
  maxReplicas: 6
`;
    expect(codes(spread(2) + scaler, ZONES)).toEqual(['K475 warning']);
  });
});

describe('maxSkew', () => {
  const spread = (replicas: number, { more = '', spec = '', pod = '', container = '' } = {}): string =>
    deploymentExample(
      `  replicas: ${replicas}\n${spec}`,
      `${pod}${spreadExample({ key: HOST, more })}`,
      container,
    );
  const CORDONED: readonly ExternalNode[] = [
    { name: 'old', unschedulable: true },
    { name: 'a' },
    { name: 'b' },
  ];

  test('a Node that is cordoned counts, unless taints are honoured', () => {
    const [found] = spreads(spread(3), CORDONED);
    expect(found?.code).toBe('K476');
    expect(found?.notes[0]).toBe('`old` counts, with no pod, and takes none: node(s) were unschedulable');
    expect(found?.help[0]).toBe(
      'write nodeTaintsPolicy: Honor: Nodes that these pods do not tolerate do not count then',
    );
    expect(codes(spread(3, { more: '          nodeTaintsPolicy: Honor\n' }), CORDONED)).toEqual([]);
  });

  test('Nodes that the selector leaves out do not count, unless that is ignored', () => {
    const nodes = [{ name: 'x' }, ...['a', 'b'].map((name) => ({ name, labels: { disk: 'ssd' } }))];
    const pod = '      nodeSelector: { disk: ssd }\n';
    expect(codes(spread(3, { pod }), nodes)).toEqual([]);
    const [found] = spreads(spread(3, { pod, more: '          nodeAffinityPolicy: Ignore\n' }), nodes);
    expect(found?.code).toBe('K476');
    expect(found?.help[0]).toContain('leave out nodeAffinityPolicy');
  });

  test('a Node with little room holds down the others', () => {
    const nodes = [{ name: 'small', allocatable: { cpu: '2500m' } }, { name: 'a' }, { name: 'b' }];
    const container = '          resources: { requests: { cpu: "1" } }\n';
    expect(codes(spread(8, { container }), nodes)).toEqual([]);
    const [found] = spreads(spread(9, { container }), nodes);
    expect(found?.title).toContain('has 9 pods, and their spread');
    expect(found?.notes[0]).toBe('`small` has room for 2 of these pods, were nothing else there');
  });

  test('that all Nodes are full is no fault of the spread', () => {
    const nodes = ['a', 'b'].map((name) => ({ name, allocatable: { cpu: 2 } }));
    const container = '          resources: { requests: { cpu: "1" } }\n';
    expect(codes(spread(9, { container }), nodes)).toEqual([]);
  });

  test('a rollout that needs one more place stands still', () => {
    const [found] = spreads(spread(2), CORDONED);
    expect(found?.title).toBe(
      'a rollout of Deployment `shop/web` stands still: the spread over `kubernetes.io/hostname` leaves 2 places, and its pods have them',
    );
    expect(codes(spread(1), CORDONED)).toEqual([]);
    expect(codes(spread(2, { spec: '  strategy: { type: Recreate }\n' }), CORDONED)).toEqual([]);
  });

  test('the pods of each version may be counted apart', () => {
    const more = '          matchLabelKeys: [pod-template-hash]\n';
    expect(codes(spread(2, { more }), CORDONED)).toEqual([]);
    expect(codes(spread(3, { more }), CORDONED)).toEqual(['K476 error']);
  });

  test('pods of others that are counted too are not known', () => {
    const other = deploymentExample('').replace('name: web', 'name: other');
    expect(codes(spread(3) + other, CORDONED)).toEqual([]);
  });

  test('Nodes may be among the objects', () => {
    const nodes =
      nodeExample('a') + nodeExample('b') + nodeExample('old', { spec: 'spec: { unschedulable: true }\n' });
    expect(codes(nodes + spread(3))).toEqual(['K476 error']);
  });
});

describe('the pods of a Job', () => {
  const spec = (parallelism: number, more: string): string =>
    `{ parallelism: ${parallelism}, ${more} template: { metadata: { labels: { app: web } }, spec: { restartPolicy: Never,
      topologySpreadConstraints: [{ topologyKey: ${HOST}, maxSkew: 1, whenUnsatisfiable: DoNotSchedule, labelSelector: { matchLabels: { app: web } } }],
      containers: [{ name: web, image: 'example.com/web:1.0.0' }] } } }`;
  const job = (parallelism: number, more = 'completions: 9,'): string =>
    `apiVersion: batch/v1\nkind: Job\nmetadata: { name: web, namespace: shop }\nspec: ${spec(parallelism, more)}\n`;
  const hosts: readonly ExternalNode[] = [{ name: 'a' }, { name: 'b' }, { name: 'c', unschedulable: true }];

  test('that find no place at once are a warning, with what to write', () => {
    const [found, ...others] = spreads(job(3), hosts);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'K476',
      severity: 'warning',
      title: `Job \`shop/web\` runs 3 pods at once, and their spread over \`${HOST}\` leaves 2 places for them`,
    });
    expect(found?.help).toContain('or write parallelism: 2, or add Nodes');
  });

  test('of a CronJob are those of one run', () => {
    const cron = `apiVersion: batch/v1\nkind: CronJob\nmetadata: { name: web, namespace: shop }\nspec: { schedule: '0 3 * * *', jobTemplate: { spec: ${spec(3, '')} } }\n`;
    expect(spreads(cron, hosts)).toMatchObject([
      { code: 'K476', path: '/spec/jobTemplate/spec/template/spec/topologySpreadConstraints/0/maxSkew' },
    ]);
  });

  test('are no more than are to be completed, and none while it is suspended', () => {
    expect(codes(job(2), hosts)).toEqual([]);
    expect(codes(job(3, 'completions: 2,'), hosts)).toEqual([]);
    expect(codes(job(3, 'suspend: true,'), hosts)).toEqual([]);
  });
});
