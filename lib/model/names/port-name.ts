import { byteLength, tooLong } from './messages';

/**
 * What the server says of the name of a container port, or of a port named by a Service, a probe or
 * an Ingress: at most 15 of `a-z`, `0-9` and `-`, with a letter among them and no `-` at either end or
 * twice in a row (IANA service names, RFC 6335). Empty when it is one. `spec.ports[].name` of a
 * Service is a DNS label instead.
 *
 * IsValidPortName in k8s.io/apimachinery/pkg/util/validation.
 */
export function portNameErrors(value: string): string[] {
  const errors = byteLength(value) > 15 ? [tooLong(15)] : [];
  if (!/^[-a-z0-9]+$/.test(value)) {
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(value)) errors.push('must contain at least one letter (a-z)');
  if (value.includes('--')) errors.push('must not contain consecutive hyphens');
  if (value.startsWith('-') || value.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors;
}
