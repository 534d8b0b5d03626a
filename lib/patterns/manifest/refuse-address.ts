import { BlockList, isIP } from 'node:net';
import { type IConstruct } from 'constructs';
import { PropertyError } from '../property-error';

const UNREACHABLE: readonly (readonly [string, string, number])[] = [
  ['unspecified', '0.0.0.0', 32],
  ['unspecified', '::', 128],
  ['a loopback address', '127.0.0.0', 8],
  ['a loopback address', '::1', 128],
  ['link-local', '169.254.0.0', 16],
  ['link-local', 'fe80::', 10],
  ['link-local multicast', '224.0.0.0', 24],
  ['link-local multicast', 'ff02::', 16],
];

/** The family of an address as Go's net.ParseIP has it: no zone, and IPv4 in IPv6 is IPv4. */
function family(address: string): 4 | 6 | undefined {
  const found = isIP(address);
  if (found === 6 && (address.includes('%') || /^[0:]*:ffff:/i.test(address))) return undefined;
  return found === 4 || found === 6 ? found : undefined;
}

/**
 * Refuses what is no IP address, plainly written.
 * @throws PropertyError
 */
export function refuseIp(construct: IConstruct, property: string, address: string, fix?: string): void {
  if (family(address) !== undefined) return;
  throw new PropertyError(construct, property, `has '${address}', which is no IP address`, fix);
}

/**
 * Refuses what is no IP address, and those that lead nowhere from another host.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateEndpointIP
 */
export function refuseUnreachable(
  construct: IConstruct,
  property: string,
  address: string,
  fix?: string,
): void {
  refuseIp(construct, property, address, fix);
  const type = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  const why = UNREACHABLE.find(([, net, prefix]) => {
    const range = new BlockList();
    range.addSubnet(net, prefix, net.includes(':') ? 'ipv6' : 'ipv4');
    return range.check(address, type);
  })?.[0];
  if (why === undefined) return;
  throw new PropertyError(
    construct,
    property,
    `has '${address}', which is ${why}`,
    'write an address that every node can reach',
  );
}

/**
 * Refuses what is no range of addresses, or one with bits set beyond its prefix, as Kubernetes does from 1.36.
 * @throws PropertyError
 * @see k8s.io/apimachinery/pkg/util/validation, IsValidCIDR
 */
export function refuseCidr(construct: IConstruct, property: string, cidr: string): void {
  const [, address = '', digits = ''] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(cidr) ?? [];
  const [bits, prefix] = [family(address) === 6 ? 128 : 32, Number(digits)];
  if (family(address) === undefined || prefix > bits) {
    throw new PropertyError(
      construct,
      property,
      `has '${cidr}', which is no range of addresses`,
      "write address and prefix length, e.g. '10.0.0.0/8'",
    );
  }
  if (prefix === bits) return;
  const number = toNumber(address);
  const host = BigInt(bits - prefix);
  if ((number >> host) << host === number) return;
  throw new PropertyError(
    construct,
    property,
    `has '${cidr}', whose address has bits set beyond the prefix of ${prefix}`,
    `write the first address of the range, or '${address}/${bits}' for the one address`,
  );
}

/** Whether `inner` is a smaller part of `outer`; both are ranges. */
export function isStrictlyWithin(inner: string, outer: string): boolean {
  const [innerAddress = '', innerPrefix] = inner.split('/');
  const [outerAddress = '', outerPrefix] = outer.split('/');
  const type = isIP(outerAddress) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(innerAddress) !== isIP(outerAddress) || Number(innerPrefix) <= Number(outerPrefix)) return false;
  const range = new BlockList();
  range.addSubnet(outerAddress, Number(outerPrefix), type);
  return range.check(innerAddress, type);
}

function toNumber(address: string): bigint {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
  const tail = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const groups =
    tail === null ? address : `${tail[1] ?? ''}${hex(tail[2], tail[3])}:${hex(tail[4], tail[5])}`;
  const [head = '', rest] = groups.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = rest === undefined || rest === '' ? [] : rest.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].reduce((sum, part) => (sum << 16n) | BigInt(`0x${part}`), 0n);
}

function hex(high = '0', low = '0'): string {
  return (Number(high) * 256 + Number(low)).toString(16);
}
