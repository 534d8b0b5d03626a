import { defineRule, type RuleFactsDefinition } from '../../../define-rule';
import { type Area } from '../../../semantics/area';
import { type ObjectRule } from '../../../rule';
import { type TopicRule } from '../../../topic';
import { reportFieldErrors } from './report-field-errors';

/** A rule about one area of all that the API server refuses in an object. */
export function semanticsRule(area: Area, facts: RuleFactsDefinition): TopicRule {
  const among = { pass: 'semantics', topic: area } as const;
  const rule = defineRule({ ...facts, check: (entry, context) => reportFieldErrors(entry, context, area) });
  // It has `check`.
  return Object.freeze({ ...(rule as ObjectRule), among });
}
