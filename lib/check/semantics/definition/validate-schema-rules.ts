import { type ObjectView } from '../object-view';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

/** `x-kubernetes-validations`, but for the expressions, in ValidateCustomResourceDefinitionOpenAPISchema. */
export function validateSchemaRules(schema: ObjectView): void {
  for (const rule of schema.objects('x-kubernetes-validations')) {
    const [text, message, path] = [rule.text('rule'), rule.text('message'), rule.text('fieldPath')];
    const shown = message.trim();
    if (text.trim() === '') rule.required('rule', 'rule is not specified');
    else if (message !== '' && shown === '') rule.invalid('message', 'must be non-empty if specified');
    else if (/[\n\r]/.test(shown)) rule.invalid('message', 'must not contain line breaks');
    else if (/[\n\r]/.test(text.trim()) && shown === '') {
      rule.required('message', 'message must be specified if rule contains line breaks');
    }
    const expression = rule.text('messageExpression');
    if (expression !== '' && expression.trim() === '') {
      rule.required('messageExpression', 'messageExpression must be non-empty if specified');
    }
    const reason = rule.optionalText('reason');
    if (reason !== undefined && !REASONS.includes(reason)) rule.notSupported('reason', REASONS);
    if (path !== '' && path.trim() === '') rule.invalid('fieldPath', 'must be non-empty if specified');
    if (/[\n\r]/.test(path)) rule.invalid('fieldPath', 'must not contain line breaks');
  }
}
