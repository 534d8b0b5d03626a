import { isJsonObject, listField, textField, textMapField } from '../../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../../model/json-value';
import { type LabelRequirement } from '../../../../model/label-index';
import { oncePer } from '../../../../model/once-per';
import { requiredLabels } from './required-labels';

const OPERATORS: ReadonlySet<string> = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/**
 * What a `LabelSelector` asks for, as the manifest has it; undefined where it is missing, or has an expression that makes
 * no sense, which the API server refuses.
 */
export function selectorRequirements(
  selector: JsonObject | undefined,
): readonly LabelRequirement[] | undefined {
  return selector === undefined ? undefined : requirementsOf(selector);
}

const requirementsOf = oncePer((selector: JsonObject): readonly LabelRequirement[] | undefined => {
  const requirements = requiredLabels(textMapField(selector, 'matchLabels'));
  for (const each of listField(selector, 'matchExpressions')) {
    const requirement = expression(each);
    if (requirement === undefined) return undefined;
    requirements.push(requirement);
  }
  return requirements;
});

function expression(written: JsonValue): LabelRequirement | undefined {
  if (!isJsonObject(written)) return undefined;
  const key = textField(written, 'key');
  const operator = textField(written, 'operator');
  if (key === undefined || operator === undefined || !OPERATORS.has(operator)) return undefined;
  const values = listField(written, 'values').filter((value) => typeof value === 'string');
  return { key, operator: operator as LabelRequirement['operator'], values };
}
