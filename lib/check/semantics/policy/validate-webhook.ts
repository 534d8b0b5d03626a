import { dns1035LabelErrors } from '../../../model/names/dns1035-label';
import { validateLabelSelector } from '../meta/validate-label-selector';
import { type ObjectView } from '../object-view';
import { validateFullyQualifiedName } from './validate-fully-qualified-name';
import { validateMatchConditions } from './validate-match-conditions';
import { validateOperationRule } from './validate-operation-rule';
import { validateWebhookClient } from './validate-webhook-client';

const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
/** The versions that the server before understood (AcceptedAdmissionReviewVersions). */
const REVIEW_VERSIONS = ['v1', 'v1beta1'];

/** validateValidatingWebhook and validateMutatingWebhook in pkg/apis/admissionregistration/validation/validation.go. */
export function validateWebhook(webhook: ObjectView): void {
  validateFullyQualifiedName(webhook, 'name');
  for (const rule of webhook.objects('rules')) validateOperationRule(rule);
  validateChoice(webhook, 'failurePolicy', ['Fail', 'Ignore']);
  validateChoice(webhook, 'matchPolicy', ['Equivalent', 'Exact']);
  validateSideEffects(webhook);
  const timeout = webhook.optionalNumber('timeoutSeconds');
  if (timeout !== undefined && (timeout > 30 || timeout < 1)) {
    webhook.invalid('timeoutSeconds', 'the timeout value must be between 1 and 30 seconds');
  }
  for (const field of ['namespaceSelector', 'objectSelector']) {
    const selector = webhook.object(field);
    if (selector !== undefined) validateLabelSelector(selector);
  }
  // Only a mutating webhook has it; the schema refuses it elsewhere.
  validateChoice(webhook, 'reinvocationPolicy', ['IfNeeded', 'Never']);
  validateWebhookClient(webhook);
  validateMatchConditions(webhook, 'matchConditions');
  validateReviewVersions(webhook);
}

function validateChoice(webhook: ObjectView, field: string, choices: readonly string[]): void {
  const value = webhook.optionalText(field);
  if (value !== undefined && !choices.includes(value)) webhook.notSupported(field, choices);
}

function validateSideEffects(webhook: ObjectView): void {
  const value = webhook.optionalText('sideEffects');
  if (value === undefined) {
    webhook.required('sideEffects', `must specify one of ${SIDE_EFFECTS.join(', ')}`, {
      help: 'write `sideEffects: None`, unless the webhook changes something besides the object',
    });
  } else if (!SIDE_EFFECTS.includes(value)) {
    webhook.notSupported('sideEffects', SIDE_EFFECTS);
  }
}

function validateReviewVersions(webhook: ObjectView): void {
  const field = 'admissionReviewVersions';
  const versions = webhook.texts(field);
  const accepted = REVIEW_VERSIONS.join(', ');
  if (versions.length === 0) {
    webhook.required(field, `must specify one of ${accepted}`, { help: `write \`${field}: [v1]\`` });
    return;
  }
  const seen = new Set<string>();
  versions.forEach((version, index) => {
    if (seen.has(version)) webhook.invalid([field, index], 'duplicate version');
    else webhook.allInvalid([field, index], dns1035LabelErrors(version));
    seen.add(version);
  });
  if (!versions.some((version) => REVIEW_VERSIONS.includes(version))) {
    webhook.invalid(field, `must include at least one of ${accepted}`, { help: 'add `v1`' });
  }
}
