import { labelKeyErrors } from '../../../model/names/label-key';
import { byteLength } from '../../../model/names/messages';
import { type ObjectView } from '../object-view';
import { validateMatchConditions } from './validate-match-conditions';
import { validateMatchResources } from './validate-match-resources';
import { validateParamKind } from './validate-param-kind';
import { policyExpressions, type PolicyExpressions } from './policy-expressions';

const REASONS = ['Forbidden', 'Invalid', 'RequestEntityTooLarge'];
const MOST_ANNOTATIONS = 20;
const LONGEST_VALUE = 5 * 1024;

/** ValidateValidatingAdmissionPolicy in pkg/apis/admissionregistration/validation/validation.go. */
export function validateAdmissionPolicy(policy: ObjectView): void {
  const spec = policy.struct('spec');
  const failure = spec.optionalText('failurePolicy');
  if (failure !== undefined && failure !== 'Fail' && failure !== 'Ignore') {
    spec.notSupported('failurePolicy', ['Fail', 'Ignore']);
  }
  const paramKind = spec.object('paramKind');
  if (paramKind !== undefined) validateParamKind(paramKind);
  validateConstraints(spec);
  const hasParams = paramKind !== undefined;
  validateMatchConditions(spec, 'matchConditions', hasParams);

  const validations = spec.objects('validations');
  const annotations = spec.objects('auditAnnotations');
  const expressions = policyExpressions(spec, hasParams);
  if (validations.length === 0 && annotations.length === 0) {
    for (const field of ['validations', 'auditAnnotations']) {
      spec.required(field, 'validations or auditAnnotations must contain at least one item', {
        help: 'add what is to be validated: `validations: [{ expression: ... }]`',
      });
    }
    return;
  }
  for (const validation of validations) validateValidation(validation, expressions);
  validateAnnotations(policy, annotations, expressions);
}

function validateConstraints(spec: ObjectView): void {
  const constraints = spec.object('matchConstraints');
  if (constraints === undefined) {
    spec.required('matchConstraints', '', {
      help: 'say what the policy is about: `matchConstraints.resourceRules`',
    });
    return;
  }
  validateMatchResources(constraints);
  if (constraints.list('resourceRules').length === 0) constraints.required('resourceRules');
}

/** validateValidation. */
function validateValidation(validation: ObjectView, expressions: PolicyExpressions): void {
  if (validation.text('expression').trim() === '') {
    validation.required('expression', 'expression is not specified');
  } else {
    expressions.validate(validation, 'expression', ['bool']);
  }
  const isBlank = (field: string): boolean =>
    validation.text(field) !== '' && validation.text(field).trim() === '';
  if (isBlank('messageExpression')) {
    validation.invalid('messageExpression', 'must be non-empty if specified');
  } else if (validation.text('messageExpression') !== '') {
    expressions.validate(validation, 'messageExpression', ['string'], { authorizer: false });
  }
  if (isBlank('message')) validation.invalid('message', 'must be non-empty if specified');
  else if (/[\n\r]/.test(validation.text('message').trim())) {
    validation.invalid('message', 'must not contain line breaks', {
      help: 'write it in one line, or compute it with `messageExpression`',
    });
  }
  const reason = validation.optionalText('reason');
  if (reason !== undefined && !REASONS.includes(reason)) validation.notSupported('reason', REASONS);
}

/** validateAuditAnnotation. */
function validateAnnotations(
  policy: ObjectView,
  annotations: readonly ObjectView[],
  expressions: PolicyExpressions,
): void {
  const spec = policy.struct('spec');
  if (annotations.length > MOST_ANNOTATIONS) {
    spec.invalid('auditAnnotations', `must not have more than ${String(MOST_ANNOTATIONS)} auditAnnotations`);
  }
  const name = policy.struct('metadata').text('name');
  const keys = new Set<string>();
  for (const annotation of annotations) {
    const key = annotation.text('key');
    if (name === '' && policy.struct('metadata').text('generateName') === '') {
      annotation.invalid('key', 'requires metadata.name be non-empty', { value: key, echo: true });
    }
    if (name !== '') {
      const qualified = `${name}/${key}`;
      annotation.allInvalid('key', labelKeyErrors(qualified, policy.validation.version), {
        value: qualified,
      });
    }
    const value = annotation.text('valueExpression').trim();
    if (value === '') annotation.required('valueExpression', 'valueExpression is not specified');
    else if (byteLength(value) > LONGEST_VALUE) {
      annotation.required('valueExpression', `must not exceed ${String(LONGEST_VALUE)} bytes in length`);
    } else {
      expressions.validate(annotation, 'valueExpression', ['string', 'null_type']);
    }
    if (keys.has(key)) annotation.duplicate('key', { value: key });
    keys.add(key);
  }
}
