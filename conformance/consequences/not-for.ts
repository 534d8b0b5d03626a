import { checkExample } from '../../lib/check/example/check-example';
import { type Rule } from '../../lib/check/rule';
import { type RuleExample } from '../../lib/check/rule-example';
import { RULES } from '../../lib/check/rules/index.gen';
import { type KubernetesVersion } from '../../lib/model/kubernetes-version';

/**
 * Why an example is none of a version: the API server would not take it there, or the rule says something else of it. Where
 * the check is wrong about that is seen by `agreement`.
 */
export function notFor(
  rule: Rule,
  kind: 'bad' | 'good',
  example: RuleExample,
  target: KubernetesVersion,
): string | undefined {
  const found = checkExample({ ...example, target }, RULES);
  const own = new Set(checkExample(example, RULES).map(({ code }) => code));
  const refused = found.find(
    ({ code, severity }) => /^K[12]/.test(code) && severity === 'error' && !own.has(code),
  );
  if (refused !== undefined) return `not on ${target}: ${refused.title}`;
  const isFound = found.some(({ code }) => code === rule.code);
  return isFound === (kind === 'bad')
    ? undefined
    : `the rule ${isFound ? 'finds' : 'does not find'} it on ${target}`;
}
