import { isJsonObject, listField, objectField, textField } from '../json-object';
import { type JsonValue } from '../json-value';
import { type LabelSelectorOperator } from '../label-selector';
import { fromLabelSelector } from './from-label-selector';
import { type Selector } from './selector';

const OPERATORS: readonly string[] = [
  'In',
  'NotIn',
  'Exists',
  'DoesNotExist',
] satisfies LabelSelectorOperator[];

/**
 * What a LabelSelector of a manifest selects; undefined where it is none that the server would take, so that nothing
 * can be said of it. One that is missing selects nothing, an empty one everything.
 *
 * @example
 * readLabelSelector({ matchLabels: { app: 'web' } });
 */
export function readLabelSelector(value: JsonValue | undefined): Selector | undefined {
  if (value === undefined || value === null) return 'nothing';
  if (!isJsonObject(value)) return undefined;
  const labels = objectField(value, 'matchLabels') ?? {};
  const matchLabels: Record<string, string> = {};
  for (const [key, label] of Object.entries(labels)) {
    if (typeof label !== 'string') return undefined;
    matchLabels[key] = label;
  }
  const matchExpressions = [];
  for (const each of listField(value, 'matchExpressions')) {
    if (!isJsonObject(each)) return undefined;
    const key = textField(each, 'key');
    const operator = textField(each, 'operator');
    if (key === undefined || operator === undefined || !OPERATORS.includes(operator)) return undefined;
    const values = listField(each, 'values').filter((item) => typeof item === 'string');
    matchExpressions.push({ key, operator: operator as LabelSelectorOperator, values });
  }
  return fromLabelSelector({ matchLabels, matchExpressions });
}
