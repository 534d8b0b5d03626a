import { type JsonValue } from '../../model/json-value';
import { type Entry } from '../entry';
import { valueAt } from './pod-spec-of';

const SERVICE = ['clientConfig', 'service'];

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
      const namespace = valueAt(webhook, [...SERVICE, 'namespace']);
      const name = valueAt(webhook, [...SERVICE, 'name']);
      return (
        typeof namespace === 'string' && typeof name === 'string' && services.has(`${namespace}/${name}`)
      );
    });
  };
}
