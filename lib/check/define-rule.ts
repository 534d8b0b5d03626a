import { deepFreeze } from '../model/deep-freeze';
import { type ObjectRule, type Rule, type RuleFacts, type SetRule } from './rule';
import { type RuleExample } from './rule-example';

/** One example, as text alone where nothing more is to be said of it, or several. */
export type ExamplesDefinition = string | RuleExample | readonly (string | RuleExample)[];

/** What an author may write shorter. */
type WithShortForms<R extends RuleFacts> = Omit<R, 'reads' | 'bad' | 'good'> & {
  readonly reads?: readonly string[];
  readonly bad: ExamplesDefinition;
  readonly good: ExamplesDefinition;
};

/** What its author writes of a rule besides what it does. */
export type RuleFactsDefinition = WithShortForms<RuleFacts>;

/** A rule as its author writes it: with `check` for one object at a time, or `checkSet` for all at once. */
export type RuleDefinition =
  | (WithShortForms<ObjectRule> & { readonly checkSet?: never })
  | (WithShortForms<SetRule> & { readonly check?: never });

/** As `allow` takes them. */
const CODE = /^[A-Z][A-Z0-9-]*[0-9]$/;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const KIND = /^(?:\*|(?:[a-z0-9.-]+\/)?[A-Z][A-Za-z0-9]*)$/;

/**
 * Makes a rule: the same for those of this library and for one's own, which go into `rules` of
 * kubewright.config.ts or, many together, into a package that exports an array of them.
 *
 * Codes of `K` and three digits are this library's. A rule is given frozen objects; what it throws becomes a
 * finding of its own.
 *
 * @throws TypeError when code, name, kinds, summary or examples are not of the shape that they need
 *
 * @example
 * ```ts
 * import { defineRule } from 'kubewright/check';
 *
 * export const everyNamespaceHasAnOwner = defineRule({
 *   code: 'ACME-1',
 *   name: 'every-namespace-has-an-owner',
 *   group: 'acme',
 *   severity: 'error',
 *   kinds: ['Namespace'],
 *   summary: 'A Namespace without the label `acme.example/owner`',
 *   explanation: 'Costs are billed by this label.',
 *   bad: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n',
 *   good: 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { acme.example/owner: web } }\n',
 *   check(entry, context) {
 *     if (entry.labels['acme.example/owner'] !== undefined) return;
 *     context.report({
 *       object: entry,
 *       path: '/metadata/labels',
 *       title: `Namespace \`${entry.name}\` has no owner`,
 *       help: ['add the label `acme.example/owner` with the name of your team'],
 *     });
 *   },
 * });
 * ```
 */
export function defineRule(definition: RuleDefinition): Rule {
  const { code, name, kinds, reads = [], summary, bad, good } = definition;
  const wrong = (property: string, why: string): TypeError =>
    new TypeError(`defineRule(${code}): ${property} ${why}`);
  if (!CODE.test(code)) {
    throw wrong(
      'code',
      `is ${JSON.stringify(code)}; write capitals, digits and hyphens that end in a digit: ACME-7`,
    );
  }
  if (!NAME.test(name))
    throw wrong('name', `is ${JSON.stringify(name)}; write it in kebab case: every-namespace-has-an-owner`);
  if (kinds.length === 0) throw wrong('kinds', "is empty; name the kinds that it is asked about, or ['*']");
  for (const kind of [...kinds, ...reads]) {
    if (!KIND.test(kind)) {
      throw wrong(
        'kinds',
        `holds ${JSON.stringify(kind)}; write Kind or group/Kind without a version: apps/Deployment`,
      );
    }
  }
  if (summary.trim() === '' || summary.includes('\n')) throw wrong('summary', 'has to be one line');
  const rule = { ...definition, reads, bad: examples(bad), good: examples(good) };
  if (rule.bad.length === 0) throw wrong('bad', 'is empty; show manifests in which it finds something');
  if (rule.good.length === 0) throw wrong('good', 'is empty; show the manifests of `bad`, mended');
  return deepFreeze(rule);
}

function examples(definition: ExamplesDefinition): readonly RuleExample[] {
  const list = isList(definition) ? definition : [definition];
  return list.map((example) => (typeof example === 'string' ? { manifests: example } : example));
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(definition: ExamplesDefinition): definition is readonly (string | RuleExample)[] {
  return Array.isArray(definition);
}
