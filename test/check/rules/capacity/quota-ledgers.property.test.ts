import fc from 'fast-check';

import { checkContext } from '../../../../lib/check/check-context';
import { namespaceDemands } from '../../../../lib/check/capacity/demand/namespace-demands';
import { fitsInto, namespaceLedgers } from '../../../../lib/check/capacity/quota/namespace-ledgers';
import { isInScopes } from '../../../../lib/check/capacity/quota/scopes';
import { tightest } from '../../../../lib/check/capacity/tightest';
import { ExternalIndex } from '../../../../lib/check/external/external-index';
import { type JsonObject } from '../../../../lib/model/json-value';
import { ObjectSet } from '../../../../lib/model/object-set';
import { Quantity } from '../../../../lib/model/quantity';

const TARGET = '1.35';
const amount = fc.nat(5).map(String);
const priority = fc.constantFrom('high', 'low', 'none');

const scopes = fc.oneof(
  fc.constant({}),
  fc.constantFrom('BestEffort', 'NotBestEffort', 'NotTerminating').map((scope) => ({ scopes: [scope] })),
  fc
    .record({
      operator: fc.constantFrom('In', 'NotIn'),
      values: fc.array(priority, { minLength: 1, maxLength: 3 }),
    })
    .map((each) => ({ scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', ...each }] } })),
);
const quota = fc
  .record({
    hard: fc.dictionary(fc.constantFrom('requests.cpu', 'pods', 'count/pods', 'services'), amount),
    scopes,
  })
  .map(({ hard, scopes: own }): JsonObject => ({ hard, ...own }));
const pod = fc.record({ cpu: fc.option(amount), priority: fc.option(priority), replicas: fc.nat(3) });

function objects(
  quotas: readonly JsonObject[],
  pods: readonly (typeof pod extends fc.Arbitrary<infer T> ? T : never)[],
): JsonObject[] {
  const metadata = (name: string): JsonObject => ({ name, namespace: 'shop' });
  return [
    ...quotas.map((spec, i) => ({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: metadata(`q${i}`),
      spec,
    })),
    ...pods.map(({ cpu, priority: name, replicas }, i) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata(`d${i}`),
      spec: {
        replicas,
        template: {
          spec: {
            ...(name !== null && { priorityClassName: name }),
            containers: [{ name: 'a', image: 'a', resources: cpu === null ? {} : { requests: { cpu } } }],
          },
        },
      },
    })),
  ];
}

test('a quota is charged what it counts, demand by demand, without pods that fit into no quota', () => {
  fc.assert(
    fc.property(fc.array(quota, { maxLength: 6 }), fc.array(pod, { maxLength: 6 }), (quotas, pods) => {
      const set = new ObjectSet(objects(quotas, pods).map((object) => ({ object })));
      const context = checkContext(set, TARGET, new ExternalIndex());
      const demands = namespaceDemands('shop', context);
      const ledgers = namespaceLedgers(context);
      expect(ledgers.map(({ quota: { entry } }) => entry.name).sort()).toEqual(quotas.map((_, i) => `q${i}`));
      const possible = demands.filter(
        (demand) =>
          demand.pods === undefined ||
          ledgers.every(
            ({ quota: { scopes: own, hard } }) =>
              !isInScopes(own, demand.subject, TARGET) || fitsInto(demand, hard),
          ),
      );
      for (const { quota: own, ...both } of ledgers) {
        for (const [which, expected] of [
          ['all', demands],
          ['possible', possible],
        ] as const) {
          const counted = expected.filter(({ subject }) => isInScopes(own.scopes, subject, TARGET));
          const ledger = both[which];
          expect(ledger.demands).toEqual(counted);
          expect([...ledger.lines.keys()]).toEqual([...own.hard.keys()]);
          for (const { resource, hard, charges, figures } of ledger.lines.values()) {
            expect(hard).toBe(own.hard.get(resource));
            const charged = counted.filter(({ each }) => each.has(resource));
            expect(charges.map(({ demand }) => demand)).toEqual(charged);
            for (const time of ['steady', 'peak', 'autoscaled'] as const) {
              const sum = charged.reduce(
                (total, { each, counts }) =>
                  total.add((each.get(resource) ?? Quantity.ZERO).multiply(counts[time])),
                Quantity.ZERO,
              );
              expect(figures[time].compare(sum)).toBe(0);
            }
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('of what bounds something', () => {
  const bounds = fc.array(
    fc.dictionary(fc.constantFrom('cpu max', 'memory max', 'cpu min'), fc.nat(30), { minKeys: 1 }),
    { maxLength: 60 },
  );
  const boundsOf = (each: Readonly<Record<string, number>>) =>
    Object.entries(each).map(([name, value]) => ({
      name,
      amount: Quantity.parse(value),
      isMaximum: name.endsWith('max'),
    }));
  const breaks = (each: Readonly<Record<string, number>>, name: string, value: number): boolean => {
    const bound = each[name];
    return bound !== undefined && (name.endsWith('max') ? value > bound : value < bound);
  };

  test('the tightest are broken where any is, four times where four are', () => {
    fc.assert(
      fc.property(
        bounds,
        fc.constantFrom('cpu max', 'memory max', 'cpu min'),
        fc.nat(30),
        (all, name, value) => {
          const broken = all.filter((each) => breaks(each, name, value)).length;
          const kept = tightest(all, boundsOf).filter((each) => breaks(each, name, value)).length;
          expect(kept).toBeGreaterThanOrEqual(Math.min(broken, 4));
          expect(kept).toBeLessThanOrEqual(broken);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('few are all kept, and many are not', () => {
    const some = Array.from({ length: 16 }, (_, i) => ({ 'cpu max': i }));
    expect(tightest(some, boundsOf)).toBe(some);
    expect(tightest([{ 'cpu max': 99 }, ...some, ...some], boundsOf)).toEqual(
      [0, 1, 0, 1].map((i) => ({ 'cpu max': i })),
    );
  });
});
