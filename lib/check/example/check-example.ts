import { type Diagnostic } from '../../diagnostics/diagnostic';
import { ObjectSet } from '../../model/object-set';
import { type CheckOptions } from '../check-options';
import { checkWith } from '../check-with';
import { type Rule } from '../rule';
import { type RuleExample } from '../rule-example';
import { exampleObjects } from './example-objects';

/**
 * What the given rules find in an example.
 *
 * @param file The name under which places refer to its manifests.
 * @throws SyntaxError when its manifests are no YAML
 */
export function checkExample(
  example: RuleExample,
  rules: readonly Rule[],
  file = 'example.yaml',
): readonly Diagnostic[] {
  const options: CheckOptions = {
    // It is shown what they find where they are on.
    severities: Object.fromEntries(
      rules.filter(({ isOptIn }) => isOptIn).map(({ code, severity }) => [code, severity]),
    ),
    ...(example.target && { target: example.target }),
    ...(example.external && { external: example.external }),
    ...(example.before !== undefined && {
      baseline: new ObjectSet(exampleObjects(example.before, `before-${file}`)),
    }),
  };
  return checkWith(rules, new ObjectSet(exampleObjects(example.manifests, file)), options);
}
