import { checkWith } from '../../../../lib/check/check-with';
import quotaExceededByPods from '../../../../lib/check/rules/capacity/quota-exceeded-by-pods';
import { type JsonObject } from '../../../../lib/model/json-value';
import { ObjectSet } from '../../../../lib/model/object-set';

function many(count: number, make: (index: number) => JsonObject): readonly JsonObject[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A quota of one pod, for the pods whose priority class a requirement selects. */
function quota(name: string, operator: string, value: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name, namespace: 'shop' },
    spec: {
      hard: { pods: '1' },
      scopeSelector: {
        matchExpressions: [{ scopeName: 'PriorityClass', operator, values: [value] }],
      },
    },
  };
}

function deployment(index: number): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: `d${index}`, namespace: 'shop' },
    spec: {
      replicas: 2,
      template: {
        spec: { priorityClassName: `p${index}`, containers: [{ name: 'a', image: 'a' }] },
      },
    },
  };
}

function exceeded(objects: readonly JsonObject[]): readonly string[] {
  const set = new ObjectSet(
    objects.map((object, line) => ({ object, span: { file: 'a', line: line + 1, column: 1 } })),
  );
  return checkWith([quotaExceededByPods], set, {}).map(({ title }) => /`shop\/(\w+)`/.exec(title)?.[1] ?? '');
}

test('every quota of a hundred with scopes of their own is told of that is exceeded', () => {
  const quotas = many(100, (index) => quota(`q${index}`, 'NotIn', `p${index}`));
  expect(exceeded([...quotas, ...many(100, deployment)])).toEqual(
    many(100, () => ({})).map((_, i) => `q${i}`),
  );
});

test('of very many that each count nearly all pods the first are told of, and all that count few', () => {
  const wide = many(400, (index) => quota(`wide${index}`, 'NotIn', `p${index}`));
  const narrow = many(400, (index) => quota(`narrow${index}`, 'In', `p${index}`));
  const found = exceeded([...wide, ...narrow, ...many(400, deployment)]);
  expect(found.filter((name) => name.startsWith('narrow'))).toHaveLength(400);
  const told = found.filter((name) => name.startsWith('wide'));
  expect(told.length).toBeGreaterThan(50);
  expect(told.length).toBeLessThan(400);
  expect(told).toEqual(told.map((_, index) => `wide${index}`));
});

test('a quota alone is told of, however much it counts', () => {
  const resources = Array.from({ length: 30 }, (_, index) => `example.com/r${index}`);
  const hard = Object.fromEntries(resources.map((name) => [`requests.${name}`, '1']));
  const requests = Object.fromEntries(resources.map((name) => [name, '1']));
  const pods = many(9000, (index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `p${index}`, namespace: 'shop' },
    spec: { containers: [{ name: 'a', image: 'a', resources: { requests } }] },
  }));
  const only = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'only', namespace: 'shop' },
    spec: { hard },
  };
  expect(exceeded([only, ...pods])).toEqual(['only']);
});
