import { type ObjectView } from '../object-view';
import { validateWebhook } from './validate-webhook';

/**
 * ValidateValidatingWebhookConfiguration and ValidateMutatingWebhookConfiguration in
 * pkg/apis/admissionregistration/validation/validation.go, which differ in one field.
 */
export function validateWebhookConfiguration(configuration: ObjectView): void {
  const names = new Set<string>();
  for (const webhook of configuration.objects('webhooks')) {
    validateWebhook(webhook);
    const name = webhook.text('name');
    if (name !== '' && names.has(name)) webhook.duplicate('name');
    names.add(name);
  }
}
