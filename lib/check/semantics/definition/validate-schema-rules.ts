import { celProblem } from '../../cel/compile-cel';
import { schemaEnvironment } from '../../cel/schema-environment';
import { goTrimSpace } from '../../../model/go/strings';
import { type ObjectView } from '../object-view';
import { findFieldPath } from './find-field-path';
import { readSchema } from './schema-node';
import { unsupportedSchema } from './unsupported-schema';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];
const LINE_BREAK = /[\n\r]/;

/**
 * `x-kubernetes-validations`, in ValidateCustomResourceDefinitionOpenAPISchema. Of expressions the syntax, the functions and the variables are
 * looked at, and not what hangs on the types of the schema, nor what they cost.
 */
export function validateSchemaRules(schema: ObjectView): void {
  for (const rule of schema.objects('x-kubernetes-validations')) {
    validateTexts(rule);
    validateExpression(rule, 'rule', 'bool');
    validateExpression(rule, 'messageExpression', 'string');
    const reason = rule.optionalText('reason');
    if (reason !== undefined && !REASONS.includes(reason)) rule.notSupported('reason', REASONS);
    validateFieldPath(schema, rule);
  }
}

function validateTexts(rule: ObjectView): void {
  const expression = goTrimSpace(rule.text('rule'));
  const message = goTrimSpace(rule.text('message'));
  if (expression === '') rule.required('rule', 'rule is not specified');
  else if (rule.text('message') !== '' && message === '') {
    rule.invalid('message', worded(rule, 'message', 'must be non-empty if specified'));
  } else if (LINE_BREAK.test(message)) {
    rule.invalid('message', worded(rule, 'message', 'must not contain line breaks'), {
      help: 'write it in one line, or compute it with `messageExpression`',
    });
  } else if (LINE_BREAK.test(expression) && message === '') {
    rule.required('message', 'message must be specified if rule contains line breaks', {
      help: 'add a `message` of one line, or write the rule in one',
    });
  }
  const messageExpression = rule.text('messageExpression');
  if (messageExpression !== '' && goTrimSpace(messageExpression) === '') {
    rule.required('messageExpression', 'messageExpression must be non-empty if specified');
  }
}

function validateExpression(rule: ObjectView, field: string, type: string): void {
  const expression = rule.text(field);
  if (goTrimSpace(expression) === '') return;
  const problem = celProblem(expression, schemaEnvironment(rule.validation.version), [type, 'dyn']);
  if (problem !== undefined) rule.invalid(field, problem.replace(`one of [${type} dyn]`, type));
}

function validateFieldPath(schema: ObjectView, rule: ObjectView): void {
  const path = rule.text('fieldPath');
  if (path === '') return;
  if (goTrimSpace(path) === '') {
    rule.invalid('fieldPath', worded(rule, 'fieldPath', 'must be non-empty if specified'));
  }
  if (LINE_BREAK.test(path)) {
    rule.invalid('fieldPath', worded(rule, 'fieldPath', 'must not contain line breaks'));
  }
  const node = readSchema(schema);
  if (unsupportedSchema(node) === undefined && 'problem' in findFieldPath(path, node, true)) {
    rule.invalid('fieldPath', worded(rule, 'fieldPath', 'must be a valid path'), {
      help: 'start it with a dot, and name fields that the schema has: `.spec.replicas`',
    });
  }
}

/** Until 1.33 the name of the field stood before the text. */
const worded = (rule: ObjectView, field: string, text: string): string =>
  rule.validation.since('1.34') ? text : `${field} ${text}`;
