import { byteLength } from '../../../model/names/messages';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { indexCount } from './index-count';

const MOST_RULES = 20;
const LONGEST_INDEXES = 64 * 1024;

/** validateSuccessPolicy in pkg/apis/batch/validation/validation.go. */
export function validateSuccessPolicy(policy: ObjectView, completions: number): void {
  const rules = policy.objects('rules');
  if (rules.length === 0) {
    policy.required('rules', 'at least one rules must be specified when the successPolicy is specified');
  }
  if (rules.length > MOST_RULES) policy.tooMany('rules', rules.length, MOST_RULES);
  rules.forEach((rule, index) => {
    if (!rule.has('succeededCount') && !rule.has('succeededIndexes')) {
      const detail = 'at least one of succeededCount or succeededIndexes must be specified';
      policy.required(['rules', index], detail, { help: 'set `succeededCount`, or `succeededIndexes: 0-2`' });
    }
    validateRule(rule, completions);
  });
}

/** validateSuccessPolicyRule. */
function validateRule(rule: ObjectView, completions: number): void {
  const indexes = rule.optionalText('succeededIndexes');
  let named = 0;
  if (indexes !== undefined) {
    if (byteLength(indexes) > LONGEST_INDEXES) rule.tooLong('succeededIndexes', LONGEST_INDEXES);
    const counted = indexCount(indexes, completions);
    if ('count' in counted) named = counted.count;
    else rule.invalid('succeededIndexes', `error parsing succeededIndexes: ${counted.error}`);
  }
  const count = rule.optionalNumber('succeededCount');
  if (count === undefined) return;
  validateNonnegative(rule, 'succeededCount');
  const most = (limit: number, of: string): void => {
    if (count > limit) {
      rule.invalid('succeededCount', `must be less than or equal to ${String(limit)} (the number of ${of})`);
    }
  };
  most(completions, 'specified completions');
  if (indexes !== undefined) most(named, 'indexes in the specified succeededIndexes field');
}
