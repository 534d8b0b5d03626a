import { type Rule } from '../rule';
import { type RuleExample } from '../rule-example';
import { RULES } from '../rules/index.gen';
import { checkExample } from './check-example';

/**
 * What is wrong with the examples of a rule; empty when each `bad` makes exactly this rule find something, and no
 * `good` makes any rule do so. One test of this holds a policy pack together.
 *
 * An example shows one thing, in a few lines: what rules of another group merely advise (a probe, a request) is
 * not held against it.
 *
 * @param others The rules beside it; those of this library when left out.
 *
 * @example
 * ```ts
 * import { defineRule, ruleProblems } from 'kubewright/check';
 *
 * const manifests = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n';
 * const silent = defineRule({
 *   code: 'ACME-9',
 *   name: 'silent',
 *   group: 'acme',
 *   severity: 'error',
 *   kinds: ['Namespace'],
 *   summary: 'Nothing',
 *   explanation: 'It never finds anything.',
 *   bad: manifests,
 *   good: manifests,
 *   check: () => undefined,
 * });
 * ruleProblems(silent); // ['ACME-9: bad[0]: the rule finds nothing']
 * ```
 */
export function ruleProblems(rule: Rule, others: readonly Rule[] = RULES): readonly string[] {
  // What is off until somebody switches it on is not held against the examples of others.
  const rules = [...others.filter(({ code, isOptIn }) => code !== rule.code && isOptIn !== true), rule];
  const sameGroup = new Set(rules.filter(({ group }) => group === rule.group).map(({ code }) => code));
  const codesOf = (example: RuleExample): readonly string[] => [
    ...new Set(
      checkExample(example, rules)
        .filter(({ code, severity }) => severity === 'error' || sameGroup.has(code))
        .map(({ code, title }) => `${code} (${title})`),
    ),
  ];
  const name = (what: string, index: number, { title }: RuleExample): string =>
    `${rule.code}: ${what}[${index}]${title === undefined ? '' : ` (${title})`}`;
  const bad = rule.bad.flatMap((example, index) => {
    const found = codesOf(example);
    const own = found.filter((code) => code.startsWith(`${rule.code} `));
    const foreign = found.filter((code) => !own.includes(code));
    return [
      ...(own.length === 0 ? [`${name('bad', index, example)}: the rule finds nothing`] : []),
      ...foreign.map((code) => `${name('bad', index, example)}: ${code} finds something too`),
    ];
  });
  const good = rule.good.flatMap((example, index) =>
    codesOf(example).map((code) => `${name('good', index, example)}: ${code} finds something`),
  );
  return [...bad, ...good];
}
