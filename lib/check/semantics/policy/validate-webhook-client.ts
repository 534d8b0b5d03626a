import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type FieldStep } from '../field-step';
import { type ObjectView } from '../object-view';
import { validateWebhookUrl } from './validate-webhook-url';

/**
 * Where a webhook is called, by URL or by Service: ValidateWebhookURL and ValidateWebhookService in
 * k8s.io/apiserver/pkg/util/webhook/validation.go.
 *
 * @param named - What the server calls the place, where that is not the way there.
 */
export function validateWebhookClient(webhook: ObjectView, named?: readonly FieldStep[]): void {
  const own = webhook.struct('clientConfig');
  const client = named === undefined ? own : own.namedAs(named);
  const url = client.optionalText('url');
  const service = client.object('service');
  if ((url === undefined) === (service === undefined)) {
    client.required([], 'exactly one of url or service is required');
  } else if (url !== undefined) {
    validateWebhookUrl(client, url);
  } else if (service !== undefined) {
    validateService(service);
  }
}

/** The callers hand over name and namespace the wrong way round, so that the server names the one for the other. */
function validateService(service: ObjectView): void {
  if (service.text('namespace') === '') {
    service.required('name', 'service name is required', { at: 'namespace' });
  }
  if (service.text('name') === '') {
    service.required('namespace', 'service namespace is required', { at: 'name' });
  }
  const port = service.optionalNumber('port') ?? 443;
  if (port < 1 || port > 65535) {
    service.invalid('port', 'port is not valid: must be between 1 and 65535, inclusive');
  }
  const path = service.text('path');
  if (path !== '' && path !== '/') validatePath(service, path);
}

function validatePath(service: ObjectView, path: string): void {
  if (path === '//') {
    service.invalid('path', 'segment[0] may not be empty');
    return;
  }
  if (!path.startsWith('/')) service.invalid('path', "must start with a '/'");
  const inner = path.slice(1).replace(/\/$/, '');
  inner.split('/').forEach((step, index) => {
    const segment = `segment[${String(index)}]`;
    if (step === '') service.invalid('path', `${segment} may not be empty`);
    else
      service.allInvalid(
        'path',
        dns1123SubdomainErrors(step).map((error) => `${segment}: ${error}`),
      );
  });
}
