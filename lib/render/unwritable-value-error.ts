import { describeUnwritable, type Unwritable } from './describe-unwritable';
import { type FieldPath, formatFieldPath } from '../model/field-path';

/**
 * A field holds what YAML, or Kubernetes, has no form for. The message names the object, the field
 * and the way to mend it; it never shows the value, which may be a secret.
 */
export class UnwritableValueError extends Error {
  /** The field, as in `spec.template.spec.containers[0].env[2].value`; empty for the object itself. */
  readonly path: string;

  constructor(root: unknown, path: FieldPath, fault: Unwritable) {
    const place = formatFieldPath(path);
    const subject = place === '' ? 'it' : abbreviate(place);
    super(`${nameOf(root)}: ${subject} ${describeUnwritable(fault)}`);
    this.name = 'UnwritableValueError';
    this.path = place;
  }
}

/** `Deployment shop/web`, as far as the object tells. */
function nameOf(root: unknown): string {
  const { kind, metadata } = Object(root) as { kind?: unknown; metadata?: unknown };
  const { name, namespace } = Object(metadata) as { name?: unknown; namespace?: unknown };
  const words = typeof kind === 'string' ? kind : 'object';
  if (typeof name !== 'string') return words;
  return typeof namespace === 'string' ? `${words} ${namespace}/${name}` : `${words} ${name}`;
}

/** Only the path of a cycle or of a bottomless object is longer than a person wants to read. */
function abbreviate(place: string): string {
  return place.length <= 400 ? place : `${place.slice(0, 200)} ... ${place.slice(-100)}`;
}
