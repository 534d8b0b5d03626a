import fc from 'fast-check';

import { checkWith } from '../../../../lib/check/check-with';
import { RULES } from '../../../../lib/check/rules/index.gen';
import { type JsonObject } from '../../../../lib/model/json-value';
import { ObjectSet } from '../../../../lib/model/object-set';

/** A selector that leaves some pods out is held against one that names all the others: of the same pods the same is told. */

/** What an arbitrary makes. */
type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

const VALUES = ['a', 'b', 'c', 'd', 'e'] as const;
type Value = (typeof VALUES)[number];

/** The rules that look at what a selector selects, by what they say of it. */
const CODES: ReadonlySet<string> = new Set([
  'K354',
  'K357',
  'K358',
  'K359',
  'K360',
  'K363',
  'K364',
  'K365',
  'K366',
  'K367',
  'K375',
  'K376',
  'K431',
]);
const SELECTION_RULES = RULES.filter(({ code }) => CODES.has(code));

const value = fc.constantFrom(...VALUES);
const others = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
const workload = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod'),
  app: value,
  without: others,
  replicas: fc.nat(3),
  port: fc.constantFrom('http', 'grpc'),
  asks: fc.option(value),
});
const budget = fc.record({
  without: others,
  allows: fc.constantFrom<JsonObject>(
    { maxUnavailable: 1 },
    { minAvailable: 3 },
    { minAvailable: '50%' },
    { maxUnavailable: 0 },
  ),
});
const policy = fc.record({
  without: others,
  peers: others,
  port: fc.constantFrom<string | number>('http', 'grpc', 'htp', 53, 80),
});
const scaled = fc.uniqueArray(fc.nat(7), { maxLength: 3 });
const claim = fc.record({ without: others, size: fc.constantFrom('1Gi', '2Gi', '3Gi') });
const volume = fc.record({ app: value, size: fc.constantFrom('1Gi', '2Gi', '3Gi') });

type Select = (without: readonly Value[]) => JsonObject;

const leavingOut: Select = (without) => ({
  matchExpressions: [{ key: 'app', operator: 'NotIn', values: [...without] }],
});
const naming: Select = (without) => ({
  matchExpressions: [
    { key: 'app', operator: 'In', values: VALUES.filter((each) => !without.includes(each)) },
  ],
});

const everything = fc.record({
  workloads: fc.array(workload, { maxLength: 8 }),
  budgets: fc.array(budget, { maxLength: 4 }),
  policies: fc.array(policy, { maxLength: 4 }),
  scaled,
  claims: fc.array(claim, { maxLength: 4 }),
  volumes: fc.array(volume, { maxLength: 4 }),
});

function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject,
  labels: JsonObject = {},
): JsonObject {
  return { apiVersion, kind, metadata: { name, namespace: 'shop', labels }, ...rest };
}

function manifests(
  { workloads, budgets, policies, scaled: places, claims, volumes }: Of<typeof everything>,
  select: Select,
): readonly JsonObject[] {
  return [
    ...workloads.map(({ kind, app, without, replicas, port, asks }, i) => {
      const spec = {
        containers: [
          {
            name: 'a',
            image: 'a:1',
            ports: [{ name: port, containerPort: 80 }],
            env: asks === null ? [] : [{ name: 'UPSTREAM_URL', value: `http://s-${asks}:80` }],
          },
        ],
      };
      return kind === 'Pod'
        ? object('v1', kind, `w${i}`, { spec }, { app })
        : object(
            'apps/v1',
            kind,
            `w${i}`,
            {
              spec: {
                ...(kind !== 'DaemonSet' && { replicas }),
                selector: select(without),
                template: { metadata: { labels: { app } }, spec },
              },
            },
            { app },
          );
    }),
    ...VALUES.map((app) =>
      object('v1', 'Service', `s-${app}`, { spec: { selector: { app }, ports: [{ port: 80 }] } }),
    ),
    ...budgets.map(({ without, allows }, i) =>
      object('policy/v1', 'PodDisruptionBudget', `b${i}`, {
        spec: { ...allows, selector: select(without) },
      }),
    ),
    ...policies.map(({ without, peers, port }, i) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', `p${i}`, {
        spec: {
          podSelector: select(without),
          policyTypes: ['Ingress', 'Egress'],
          ingress: [{ from: [{ podSelector: select(peers) }], ports: [{ port }] }],
          egress: [{ to: [{ podSelector: select(peers) }], ports: [{ port }] }],
        },
      }),
    ),
    ...places.flatMap((place, i) => {
      const target = workloads[place];
      return target === undefined || target.kind === 'Pod' || target.kind === 'DaemonSet'
        ? []
        : [
            object('autoscaling/v2', 'HorizontalPodAutoscaler', `h${i}`, {
              spec: {
                minReplicas: 2,
                maxReplicas: 3,
                scaleTargetRef: { apiVersion: 'apps/v1', kind: target.kind, name: `w${place}` },
              },
            }),
          ];
    }),
    ...claims.map(({ without, size }, i) =>
      object('v1', 'PersistentVolumeClaim', `c${i}`, {
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'manual',
          resources: { requests: { storage: size } },
          selector: select(without),
        },
      }),
    ),
    ...volumes.map(({ app, size }, i) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `v${i}`, labels: { app } },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'manual',
        capacity: { storage: size },
        nfs: { server: 's', path: '/p' },
      },
    })),
  ];
}

function told(objects: readonly JsonObject[]): readonly string[] {
  const set = new ObjectSet(
    objects.map((each, line) => ({ object: each, span: { file: 'a', line: line + 1, column: 1 } })),
  );
  return checkWith(SELECTION_RULES, set, {}).map(({ code, severity, title, spans }) =>
    [code, severity, title, ...spans.map((span) => ('line' in span ? span.line : ''))].join(' '),
  );
}

test('a selector that leaves pods out has told of it what one has that names the others', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(everything, (made) => {
      // Of several policies that cut a connection any may be the one that is told of.
      const isTold = (each: string): boolean => made.policies.length < 2 || !each.startsWith('K367');
      const expected = told(manifests(made, naming)).filter(isTold);
      for (const each of expected) seen.add(each.slice(0, 4));
      expect(told(manifests(made, leavingOut)).filter(isTold)).toEqual(expected);
    }),
    { numRuns: 600 },
  );
  expect([...seen].sort()).toEqual([...CODES].sort());
});
