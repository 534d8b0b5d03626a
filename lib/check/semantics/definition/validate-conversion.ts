import { dns1035LabelErrors } from '../../../model/names/dns1035-label';
import { type ObjectView } from '../object-view';
import { validateWebhookClient } from '../policy/validate-webhook-client';

/** validateCustomResourceConversion in pkg/apis/apiextensions/validation of k8s.io/apiextensions-apiserver. */
export function validateConversion(spec: ObjectView): void {
  const conversion = spec.object('conversion');
  if (conversion === undefined) return;
  const strategy = conversion.text('strategy');
  if (strategy === '') conversion.required('strategy');
  else if (strategy !== 'None' && strategy !== 'Webhook')
    conversion.notSupported('strategy', ['None', 'Webhook']);
  if (strategy !== 'None' && spec.flag('preserveUnknownFields')) {
    conversion.invalid('strategy', 'must be None if spec.preserveUnknownFields is true');
  }
  // What is within `webhook` the server knows beside the strategy.
  const webhook = conversion.struct('webhook').namedAs(conversion.named);
  const client = [...conversion.named, 'webhookClientConfig'];
  const field = client.map(String).join('.');
  if (strategy !== 'Webhook') {
    if (webhook.has('clientConfig')) {
      webhook.forbidden('clientConfig', 'should not be set when strategy is not set to Webhook', { field });
    }
    if (webhook.list('conversionReviewVersions').length > 0) {
      webhook.forbidden('conversionReviewVersions', 'should not be set when strategy is not set to Webhook');
    }
    return;
  }
  if (webhook.has('clientConfig')) validateWebhookClient(webhook, client);
  else webhook.required('clientConfig', 'required when strategy is set to Webhook', { field });
  validateReviewVersions(webhook);
}

/** validateConversionReviewVersions. */
function validateReviewVersions(webhook: ObjectView): void {
  const versions = webhook.texts('conversionReviewVersions');
  if (versions.length === 0) {
    webhook.required('conversionReviewVersions', '', { help: 'write `conversionReviewVersions: [v1]`' });
    return;
  }
  versions.forEach((version, index) => {
    const steps = ['conversionReviewVersions', index];
    if (versions.indexOf(version) < index) webhook.invalid(steps, 'duplicate version', { value: version });
    else webhook.allInvalid(steps, dns1035LabelErrors(version), { value: version });
  });
  if (!versions.includes('v1') && !versions.includes('v1beta1')) {
    webhook.invalid('conversionReviewVersions', 'must include at least one of v1, v1beta1');
  }
}
