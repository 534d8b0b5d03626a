import { ruleProblems, RULES } from '../../../../lib/check';

describe.each(RULES.filter(({ group }) => group === 'schema').map((rule) => [rule.code, rule] as const))(
  '%s',
  (_, rule) => {
    it('fires on its bad examples alone, and nothing does on the good ones', () => {
      expect(ruleProblems(rule)).toEqual([]);
    });
  },
);
