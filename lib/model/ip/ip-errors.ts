import { compareKubernetesVersions, type KubernetesVersion } from '../kubernetes-version';
import { formatIp, hasNoLeadingZeros, isIpv4Mapped, parseIpSloppy } from './ip-address';

/** Whether the feature gate StrictIPCIDRValidation is on by default. */
export function isStrictAboutIps(version: KubernetesVersion): boolean {
  return compareKubernetesVersions(version, '1.36') >= 0;
}

/**
 * What the API server says of an IP address in a field that is older than its strictness; empty when it takes it.
 * From 1.36 it refuses zeros before the numbers, and IPv4-mapped IPv6 addresses.
 *
 * IsValidIPForLegacyField in k8s.io/apimachinery/pkg/util/validation/ip.go.
 */
export function ipErrors(value: string, version: KubernetesVersion): string[] {
  return isStrictAboutIps(version) ? strictIpErrors(value) : sloppyIpErrors(value);
}

/**
 * The same for a field whose address has to be in its canonical form: `2001:db8::1`, not `2001:DB8::0:1`.
 *
 * IsValidIP in k8s.io/apimachinery/pkg/util/validation/ip.go since 1.33.
 */
export function canonicalIpErrors(value: string): string[] {
  const errors = strictIpErrors(value);
  const ip = parseIpSloppy(value);
  if (errors.length > 0 || ip === undefined) return errors;
  const canonical = formatIp(ip);
  return value === canonical ? [] : [`must be in canonical form ("${canonical}")`];
}

function sloppyIpErrors(value: string): string[] {
  return parseIpSloppy(value) === undefined
    ? ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']
    : [];
}

function strictIpErrors(value: string): string[] {
  const ip = parseIpSloppy(value);
  if (ip === undefined) return sloppyIpErrors(value);
  if (!hasNoLeadingZeros(value)) return ['must not have leading 0s'];
  return isIpv4Mapped(ip) ? ['must not be an IPv4-mapped IPv6 address'] : [];
}
