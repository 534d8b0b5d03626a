/** An IP address as Go's `net.IP` has it. */
export interface IpAddress {
  /** 4 of them where it is written as IPv4, 16 where it is written as IPv6. */
  readonly bytes: readonly number[];
  /** The same as 4 bytes where it is IPv4 or an IPv4-mapped IPv6 address, else 16 (`To4`). */
  readonly canonical: readonly number[];
}

const GROUP = /^[0-9a-fA-F]+$/;
const DECIMAL = /^[0-9]+$/;

/**
 * The address, where `ParseIPSloppy` of k8s.io/utils/net reads one: net.ParseIP of Go before 1.17, which takes zeros before
 * the numbers. No zone.
 */
export function parseIpSloppy(text: string): IpAddress | undefined {
  const bytes = text.includes(':') ? parseIpv6(text) : parseIpv4(text);
  return bytes === undefined ? undefined : { bytes, canonical: isMapped(bytes) ? bytes.slice(12) : bytes };
}

/** Whether it is written as IPv6 and means an IPv4 address: `::ffff:10.0.0.1` (netip.Addr.Is4In6). */
export function isIpv4Mapped({ bytes, canonical }: IpAddress): boolean {
  return bytes.length !== canonical.length;
}

/** `IsIPv6` of k8s.io/utils/net: what has no form of 4 bytes. */
export function isIpv6({ canonical }: IpAddress): boolean {
  return canonical.length === 16;
}

/**
 * Whether netip.ParseAddr takes what is an address to {@link parseIpSloppy}: no zero before a decimal number, at most
 * four hexadecimal digits a group.
 */
export function hasNoLeadingZeros(address: string): boolean {
  return address
    .split(':')
    .every((group) =>
      group.includes('.')
        ? group.split('.').every((part) => part === '0' || !part.startsWith('0'))
        : group.length <= 4,
    );
}

/** `10.0.0.1`, `2001:db8::1`: the form of RFC 5952 (net.IP.String). */
export function formatIp({ canonical }: IpAddress): string {
  if (canonical.length === 4) return canonical.join('.');
  const groups = Array.from(
    { length: 8 },
    (_, at) => (canonical[2 * at] ?? 0) * 256 + (canonical[2 * at + 1] ?? 0),
  );
  const zeros = longestZeros(groups);
  const hex = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return zeros === undefined ? hex(0, 8) : `${hex(0, zeros.from)}::${hex(zeros.to, 8)}`;
}

/** The first of the longest runs of two or more groups that are 0. */
function longestZeros(groups: readonly number[]): { readonly from: number; readonly to: number } | undefined {
  let longest: { readonly from: number; readonly to: number } | undefined;
  for (let from = 0; from < groups.length; from += 1) {
    let to = from;
    while (groups[to] === 0) to += 1;
    if (to - from > (longest === undefined ? 1 : longest.to - longest.from)) longest = { from, to };
    if (to > from) from = to;
  }
  return longest;
}

function isMapped(bytes: readonly number[]): boolean {
  return bytes.length === 16 && bytes.slice(0, 12).every((byte, at) => byte === (at < 10 ? 0 : 255));
}

function parseIpv4(text: string): number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes = parts.map((part) => (DECIMAL.test(part) ? Number(part) : 256));
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function parseIpv6(text: string): number[] | undefined {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  if (tail === undefined) {
    const bytes = groupsOf(head, true);
    return bytes?.length === 16 ? bytes : undefined;
  }
  const before = head === '' ? [] : groupsOf(head, false);
  const after = tail === '' ? [] : groupsOf(tail, true);
  if (before === undefined || after === undefined) return undefined;
  const left = 16 - before.length - after.length;
  // The colons stand for one group at least.
  return left < 2 ? undefined : [...before, ...Array.from({ length: left }, () => 0), ...after];
}

/** The bytes of groups between colons, the last of which may be an IPv4 address at the end of the text. */
function groupsOf(text: string, isEnd: boolean): number[] | undefined {
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [at, group] of groups.entries()) {
    if (isEnd && at === groups.length - 1 && group.includes('.')) {
      const dotted = parseIpv4(group);
      if (dotted === undefined) return undefined;
      bytes.push(...dotted);
    } else {
      const value = GROUP.test(group) ? Number.parseInt(group, 16) : 0x10000;
      if (value > 0xffff) return undefined;
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}
