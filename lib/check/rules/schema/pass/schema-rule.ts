import { defineRule, type RuleFactsDefinition } from '../../../define-rule';
import { type SchemaProblemKind } from '../../../schema/schema-problem';
import { type Rule } from '../../../rule';
import { withTopic } from '../../../topic';
import { reportProblems } from './report-problems';

/** A rule about one kind of all that the schema says of an object. */
export function schemaRule(kind: SchemaProblemKind, facts: RuleFactsDefinition): Rule {
  const rule = defineRule({ ...facts, check: (entry, context) => reportProblems(entry, context, kind) });
  return withTopic(rule, { pass: 'schema', topic: kind });
}
