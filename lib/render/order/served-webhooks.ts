import { isJsonObject, objectField, textField } from '../../model/json-object';
import { type JsonValue } from '../../model/json-value';
import { type Entry } from '../entry';

/**
 * Tells the admission webhooks that call a Service of the same set: until its pods run they refuse, or delay,
 * what is applied after them.
 */
export function servedWebhooks(entries: readonly Entry[]): (entry: Entry) => boolean {
  const services = new Set<string>();
  for (const { ref } of entries) {
    if (ref.kind === 'Service' && ref.group === '') services.add(`${ref.namespace}/${ref.name}`);
  }
  return ({ object, ref }) => {
    if (ref.group !== 'admissionregistration.k8s.io' || !Array.isArray(object.webhooks)) return false;
    return (object.webhooks as readonly JsonValue[]).some((webhook) => {
      const config = isJsonObject(webhook) ? objectField(webhook, 'clientConfig') : undefined;
      const service = objectField(config, 'service');
      return services.has(`${textField(service, 'namespace') ?? ''}/${textField(service, 'name') ?? ''}`);
    });
  };
}
