import fc from 'fast-check';

import { checkWith } from '../../../../lib/check/check-with';
import autoscalersCompete from '../../../../lib/check/rules/references/autoscalers-compete';
import podInTwoBudgets from '../../../../lib/check/rules/references/pod-in-two-budgets';
import selectorsOverlap from '../../../../lib/check/rules/references/selectors-overlap';
import servicePortNotDeclared from '../../../../lib/check/rules/references/service-port-not-declared';
import servicePortNotInPods from '../../../../lib/check/rules/references/service-port-not-in-pods';
import { showSelector } from '../../../../lib/check/rules/references/selection/show-selector';
import { type Rule } from '../../../../lib/check/rule';
import { type JsonObject } from '../../../../lib/model/json-value';
import { ObjectSet } from '../../../../lib/model/object-set';

/** Rules that share what they make of a selection, held against what a look at each pair says. */

/** What an arbitrary makes. */
type Of<A> = A extends fc.Arbitrary<infer T> ? T : never;

type Labels = Readonly<Record<string, string>>;
interface Expression {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

const key = fc.constantFrom('app', 'tier', 'own');
const value = fc.constantFrom('a', 'b', 'c');
const labels: fc.Arbitrary<Labels> = fc
  .array(fc.tuple(key, value), { maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs) as Labels);
const expression: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In' as const, 'NotIn' as const),
    values: fc.array(fc.oneof(value, fc.constant('none')), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
);
const selector = fc.array(expression, { minLength: 1, maxLength: 2 });

function selects(expressions: readonly Expression[], of: Labels): boolean {
  return expressions.every(({ key: name, operator, values = [] }) => {
    const has = of[name];
    if (operator === 'Exists') return has !== undefined;
    if (operator === 'DoesNotExist') return has === undefined;
    return operator === 'In'
      ? has !== undefined && values.includes(has)
      : has === undefined || !values.includes(has);
  });
}

interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly labels: Labels;
  readonly selector: readonly Expression[];
}

const workload = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet'),
  name: fc.constantFrom('one', 'two', 'three', 'four', 'five', 'six'),
  labels,
  selector,
});

function manifest({ kind, name, labels: own, selector: expressions }: Workload): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec: {
      selector: { matchExpressions: expressions.map((each) => ({ ...each })) as JsonObject[] },
      template: { metadata: { labels: own }, spec: { containers: [{ name: 'a', image: 'a' }] } },
    },
  };
}

function titles(rule: Rule, objects: readonly JsonObject[]): readonly string[] {
  const set = new ObjectSet(
    objects.map((object, line) => ({ object, span: { file: 'a', line: line + 1, column: 1 } })),
  );
  return checkWith([rule], set, {}).map(({ title, notes }) => [title, ...notes].join('\n'));
}

test('the workload that a selector selects too is the one that a look at each pair finds', () => {
  fc.assert(
    fc.property(fc.array(workload, { maxLength: 12 }), (workloads) => {
      const text = (each: Workload): string =>
        showSelector({ matchExpressions: each.selector.map((one) => ({ ...one })) });
      const isSame = (a: Workload, b: Workload): boolean => a.kind === b.kind && a.name === b.name;
      const expected = workloads.flatMap((each, place) => {
        const selected = workloads.flatMap((other, at) =>
          selects(each.selector, other.labels) ? [{ other, at }] : [],
        );
        if (selected.length < 2) return [];
        const others = selected.filter(({ other }) => !isSame(other, each));
        const isTold = ({ other, at }: (typeof others)[number]): boolean =>
          at < place || !(text(other) === text(each) || selects(other.selector, each.labels));
        const found =
          others.find((one) => one.other.kind === each.kind && isTold(one)) ?? others.find(isTold);
        return found === undefined
          ? []
          : [
              {
                by: `${each.kind} \`shop/${each.name}\``,
                of: `${found.other.kind} \`shop/${found.other.name}\``,
                more: others.length - 1,
              },
            ];
      });
      const found = titles(selectorsOverlap, workloads.map(manifest));
      expect(found).toHaveLength(expected.length);
      for (const [index, { by, of, more }] of expected.entries()) {
        expect(found[index]).toContain(by);
        expect(found[index]).toContain(of);
        const count = /of ([0-9]+) more workload/.exec(found[index] ?? '')?.[1] ?? '0';
        expect(Number(count)).toBe(more);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the other budget of a pod is the first that selects it', () => {
  const budget = fc.record({ name: fc.constantFrom('one', 'two', 'three', 'four'), selector });
  fc.assert(
    fc.property(fc.array(budget, { maxLength: 6 }), fc.array(labels, { maxLength: 6 }), (budgets, pods) => {
      const expected = budgets.flatMap((each, place) => {
        const first = pods.flatMap((own, pod) => {
          const other = budgets.slice(0, place).find((one) => selects(one.selector, own));
          return other !== undefined && other.name !== each.name && selects(each.selector, own)
            ? [{ other, pod }]
            : [];
        })[0];
        return first === undefined
          ? []
          : [
              `PodDisruptionBudget \`shop/${each.name}\` and PodDisruptionBudget \`shop/${first.other.name}\` select the same pods, of Pod \`shop/p${first.pod}\``,
            ];
      });
      const objects = [
        ...budgets.map(({ name, selector: expressions }) => ({
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: { name, namespace: 'shop' },
          spec: { selector: { matchExpressions: expressions.map((each) => ({ ...each })) } },
        })),
        ...pods.map((own, index) => ({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: `p${index}`, namespace: 'shop', labels: own },
          spec: { containers: [{ name: 'a', image: 'a' }] },
        })),
      ];
      expect(titles(podInTwoBudgets, objects).map((each) => each.split('\n')[0])).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('the other workload of an autoscaler is the first that it finds and another scales', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(workload, { maxLength: 6, selector: ({ kind, name }) => `${kind} ${name}` }),
      fc.array(fc.nat(5), { maxLength: 5 }),
      (workloads, scaled) => {
        const targets = [...new Set(scaled)].flatMap((at) => workloads[at] ?? []);
        const expected = targets.flatMap((target) => {
          const other = workloads.find(
            (each) => each !== target && targets.includes(each) && selects(target.selector, each.labels),
          );
          return other === undefined ? [] : [`finds the pods of ${other.kind} \`shop/${other.name}\``];
        });
        const objects = [
          ...workloads.map(manifest),
          ...targets.map(({ kind, name }, index) => ({
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: { name: `h${index}`, namespace: 'shop' },
            spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind, name } },
          })),
        ];
        const found = titles(autoscalersCompete, objects).map(
          (each) => /finds the pods of \S+ `[^`]*`/.exec(each)?.[0],
        );
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 1000 },
  );
});

describe('the port of a Service', () => {
  const port = fc.record(
    {
      name: fc.constantFrom('http', 'grpc'),
      containerPort: fc.constantFrom(80, 8080),
      protocol: fc.constantFrom('TCP', 'UDP'),
    },
    { requiredKeys: ['containerPort'] },
  );
  const pods = fc.array(fc.tuple(fc.boolean(), fc.array(port, { maxLength: 3 })), { maxLength: 5 });
  const services = fc.array(
    fc.record(
      {
        port: fc.constantFrom(80, 8081),
        targetPort: fc.constantFrom<string | number>('http', 'grpc', 80, 8080),
        protocol: fc.constantFrom('TCP', 'UDP'),
      },
      { requiredKeys: ['port'] },
    ),
    { maxLength: 3 },
  );

  function objects(own: Of<typeof pods>, wanted: Of<typeof services>): JsonObject[] {
    return [
      ...wanted.map((one, index) => ({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: `s${index}`, namespace: 'shop' },
        spec: { selector: { app: 'a' }, ports: [{ ...one }] },
      })),
      ...own.map(([isOurs, ports], index) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `p${index}`, namespace: 'shop', labels: { app: isOurs ? 'a' : 'b' } },
        spec: { containers: [{ name: 'a', image: 'a', ports: ports.map((each) => ({ ...each })) }] },
      })),
    ];
  }

  test('by name is lacking in the pods that do not have it', () => {
    fc.assert(
      fc.property(pods, services, (all, wanted) => {
        const own = all.filter(([isOurs]) => isOurs);
        const expected = wanted.flatMap(({ targetPort, protocol = 'TCP' }, index) => {
          if (typeof targetPort !== 'string') return [];
          const lacking = own.filter(
            ([, ports]) =>
              !ports.some((each) => each.name === targetPort && (each.protocol ?? 'TCP') === protocol),
          ).length;
          if (lacking === 0) return [];
          return lacking === own.length ? [`s${index}: all`] : [`s${index}: ${lacking} of ${own.length}`];
        });
        const found = titles(servicePortNotInPods, objects(all, wanted)).map((each) => {
          const name = /Service `shop\/(s[0-9])`/.exec(each)?.[1] ?? '';
          return `${name}: ${/([0-9]+ of [0-9]+) pod templates/.exec(each)?.[1] ?? 'all'}`;
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('by number is undeclared where each pod declares ports, and none of them this one', () => {
    fc.assert(
      fc.property(pods, services, (all, wanted) => {
        const own = all.filter(([isOurs]) => isOurs).map(([, ports]) => ports);
        const expected = wanted.flatMap(({ port: number, targetPort = number, protocol = 'TCP' }, index) => {
          const declared = own.map((ports) => ports.filter((each) => (each.protocol ?? 'TCP') === protocol));
          if (typeof targetPort !== 'number' || own.length === 0) return [];
          const isMeant = declared.some((ports) =>
            ports.some(({ containerPort }) => containerPort === targetPort),
          );
          return isMeant || declared.some((ports) => ports.length === 0) ? [] : [`s${index}`];
        });
        const found = titles(servicePortNotDeclared, objects(all, wanted)).map(
          (each) => /Service `shop\/(s[0-9])`/.exec(each)?.[1],
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
