import { App } from 'cdk8s';
import { quotaSpec } from '../../../lib/patterns/tenant/quota-options';

describe('quotaSpec', () => {
  test('keeps the limits as they were written, and narrows them by scope and priority', () => {
    expect(quotaSpec(new App(), 'quota', { hard: { cpu: '1.5', 'count/jobs.batch': 0 } })).toEqual({
      hard: { cpu: '1.5', 'count/jobs.batch': 0 },
    });
    expect(
      quotaSpec(new App(), 'quota', { hard: { pods: 1 }, scopes: ['Terminating'], priorityClasses: ['low'] }),
    ).toEqual({
      hard: { pods: 1 },
      scopes: ['Terminating'],
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['low'] }] },
    });
  });

  test('refuses a limit that is no quantity', () => {
    expect(() => quotaSpec(new App(), 'quota', { hard: { pods: 'two' as '2' } })).toThrow(
      "App '': quota['pods'] is refused",
    );
  });
});
