import { ruleProblems } from 'kubewright/check';

import { policies } from '../src';

describe('the policies of Acme', () => {
  test.each(policies.map((rule) => [rule.code, rule] as const))(
    '%s finds what its examples say',
    (_, rule) => {
      expect(ruleProblems(rule)).toEqual([]);
    },
  );
});
