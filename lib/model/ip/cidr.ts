import { type KubernetesVersion } from '../kubernetes-version';
import { hasNoLeadingZeros, type IpAddress, isIpv4Mapped, parseIpSloppy } from './ip-address';
import { isStrictAboutIps } from './ip-errors';

/** An IP address and how many of its bits name the network. */
export interface Cidr {
  readonly address: IpAddress;
  /** 0 to 32 or 128, by how the address is written. */
  readonly bits: number;
}

/** The network, where `ParseCIDRSloppy` of k8s.io/utils/net reads one; the address may have further bits. */
export function parseCidrSloppy(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const address = parseIpSloppy(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^[0-9]+$/.test(length)) return undefined;
  const bits = Number(length);
  return bits <= 8 * address.bytes.length ? { address, bits } : undefined;
}

/** Whether the address of `inner`, without its further bits, is one of `outer` (net.IPNet.Contains). */
export function containsNetwork(outer: Cidr, inner: Cidr): boolean {
  const size = outer.address.canonical.length;
  if (size !== inner.address.canonical.length) return false;
  const same = (from: Cidr, bits: number): readonly number[] =>
    masked(masked(from.address.canonical, bitsOf(from)), bits);
  const bits = bitsOf(outer);
  const [ours, theirs] = [same(outer, bits), same(inner, bits)];
  return ours.every((byte, at) => byte === theirs[at]);
}

/**
 * What the API server says of a network such as `10.0.0.0/8`; empty when it takes it. From 1.36 it refuses leading zeros,
 * IPv4-mapped IPv6 addresses, and bits beyond the length: `10.0.0.1/8`.
 *
 * IsValidCIDRForLegacyField in k8s.io/apimachinery/pkg/util/validation/ip.go.
 */
export function cidrErrors(value: string, version: KubernetesVersion): string[] {
  const cidr = parseCidrSloppy(value);
  if (cidr === undefined) return ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'];
  if (!isStrictAboutIps(version)) return [];
  const { address, bits } = cidr;
  const [ip = '', length = ''] = value.split('/');
  if (!hasNoLeadingZeros(ip) || String(bits) !== length) {
    return ['must not have leading 0s in IP or prefix length'];
  }
  if (isIpv4Mapped(address)) return ['must not have an IPv4-mapped IPv6 address'];
  const network = masked(address.bytes, bits);
  return network.every((byte, at) => byte === address.bytes[at])
    ? []
    : ['must not have bits set beyond the prefix length'];
}

/** How many bits of the canonical form name the network: 24 of `::ffff:10.0.0.0/120`. */
function bitsOf({ address, bits }: Cidr): number {
  return Math.max(0, bits - 8 * (address.bytes.length - address.canonical.length));
}

function masked(bytes: readonly number[], bits: number): readonly number[] {
  return bytes.map((byte, at) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * at));
    return byte & (256 - 2 ** (8 - kept));
  });
}
