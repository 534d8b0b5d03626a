import { nameRuleOf } from '../../../lib/model/names/name-rule-of';

const form = (apiVersion: string, kind: string): string => nameRuleOf(apiVersion, kind, '1.35').form;

test('each kind has the rule of its validation', () => {
  expect(form('v1', 'Pod')).toBe('dns-subdomain');
  expect(form('apps/v1', 'Deployment')).toBe('dns-subdomain');
  expect(form('apps', 'StatefulSet')).toBe('dns-label');
  expect(form('v1', 'Namespace')).toBe('dns-label');
  expect(form('rbac.authorization.k8s.io/v1', 'ClusterRole')).toBe('path-segment');
  expect(form('policy/v1', 'PodDisruptionBudget')).toBe('path-segment');
  expect(form('v1', 'Event')).toBe('path-segment');
  expect(form('events.k8s.io/v1', 'Event')).toBe('dns-subdomain');
  expect(form('coordination.k8s.io/v1beta1', 'LeaseCandidate')).toBe('config-key');
  expect(form('example.com/v1', 'Service')).toBe('dns-subdomain');
});

test('a Service may begin with a digit from 1.36', () => {
  expect(nameRuleOf('v1', 'Service', '1.35').errors('2048')).toHaveLength(1);
  expect(nameRuleOf('v1', 'Service', '1.36').errors('2048')).toEqual([]);
  expect(nameRuleOf('', 'Service', '1.36').errors('a.b')).toEqual(['must not contain dots']);
});

test('a CronJob has 52 characters, generated ones included', () => {
  const rule = nameRuleOf('batch/v1', 'CronJob', '1.35');
  expect(rule.errors('a'.repeat(52))).toEqual([]);
  expect(rule.errors('a'.repeat(53))).toEqual(['must be no more than 52 characters']);
  expect(rule.generateNameErrors(`${'a'.repeat(46)}-`)).toEqual([]);
  expect(rule.generateNameErrors(`${'a'.repeat(47)}-`)).toEqual(['must be no more than 52 characters']);
});

test('limits that come from elsewhere say why', () => {
  expect(nameRuleOf('apps/v1', 'StatefulSet', '1.35').practicalLimit?.maxLength).toBe(52);
  expect(nameRuleOf('batch/v1', 'Job', '1.35').practicalLimit?.maxLength).toBe(63);
  expect(nameRuleOf('v1', 'Pod', '1.35').practicalLimit).toBeUndefined();
});

test('declarative validation counts in bytes', () => {
  const long = 'a'.repeat(254);
  expect(nameRuleOf('v1', 'ReplicationController', '1.34').errors(long)).toEqual([
    'must be no more than 253 characters',
  ]);
  expect(nameRuleOf('v1', 'ReplicationController', '1.35').errors(long)).toEqual([
    'must be no more than 253 bytes',
  ]);
});

test('a name is needed', () => {
  expect(nameRuleOf('v1', 'Pod', '1.35').errors('')).toEqual(['name or generateName is required']);
});
