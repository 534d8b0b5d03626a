import { defineRule, type RuleFactsDefinition } from '../../../define-rule';
import { type Area } from '../../../semantics/area';
import { type Rule } from '../../../rule';
import { withTopic } from '../../../topic';
import { reportFieldErrors } from './report-field-errors';

/** A rule about one area of all that the API server refuses in an object. */
export function semanticsRule(area: Area, facts: RuleFactsDefinition): Rule {
  const rule = defineRule({ ...facts, check: (entry, context) => reportFieldErrors(entry, context, area) });
  return withTopic(rule, { pass: 'semantics', topic: area });
}
