import { defineRule, type RuleFactsDefinition } from '../../../define-rule';
import { type SchemaProblemKind } from '../../../schema/schema-problem';
import { type ObjectRule } from '../../../rule';
import { type TopicRule } from '../../../topic';
import { reportProblems } from './report-problems';

/** A rule about one kind of all that the schema says of an object. */
export function schemaRule(kind: SchemaProblemKind, facts: RuleFactsDefinition): TopicRule {
  const among = { pass: 'schema', topic: kind } as const;
  const rule = defineRule({ ...facts, check: (entry, context) => reportProblems(entry, context, kind) });
  // It has `check`.
  return Object.freeze({ ...(rule as ObjectRule), among });
}
