import { type LabelRequirement } from '../../../../model/label-index';

/** What a plain map of labels asks for, as a Service and `matchLabels` have it: each label with that value. */
export function requiredLabels(labels: Readonly<Record<string, string>>): LabelRequirement[] {
  return Object.keys(labels).map((key) => ({ key, operator: 'In', values: [labels[key] ?? ''] }));
}
