import { cidrErrors, containsNetwork, parseCidrSloppy } from '../../../lib/model/ip/cidr';
import { endpointIpErrors } from '../../../lib/model/ip/endpoint-ip-errors';
import { formatIp, parseIpSloppy } from '../../../lib/model/ip/ip-address';
import { canonicalIpErrors, ipErrors } from '../../../lib/model/ip/ip-errors';

import * as fc from 'fast-check';
import { isIP, isIPv6 } from 'node:net';

const format = (text: string): string | undefined => {
  const ip = parseIpSloppy(text);
  return ip && formatIp(ip);
};

describe('an IP address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['010.000.0.0001', '10.0.0.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8::0:1:0:0', '2001:db8::1:0:0'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['64:ff9b::1.2.3.4', '64:ff9b::102:304'],
    ['::00001', '::1'],
  ])('is read from %s as %s', (text, wanted) => {
    expect(format(text)).toBe(wanted);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.4 ',
    '1.2.3.-4',
    '1.2.3.0x4',
    ':::',
    '1::2::3',
    '1:2',
    '1:2:3:4:5:6:7:8::',
    '1.2.3.4::',
    '::12345',
    'fe80::1%eth0',
    '1:2:3:4:5:6:7:8:9',
    ':1::2',
  ])('is not read from %j', (text) => {
    expect(parseIpSloppy(text)).toBeUndefined();
  });

  it('is one where Node says so, unless it has zeros before a number, or a zone', () => {
    const text = fc.oneof(fc.ipV4(), fc.ipV6(), fc.stringMatching(/^[0-9a-f:.]{1,20}$/));
    fc.assert(
      fc.property(text, (value) => {
        if (isIP(value) !== 0) expect(format(value)).toBeDefined();
        if (isIP(value) === 0 && format(value) !== undefined) {
          expect(ipErrors(value, '1.36')).toEqual(['must not have leading 0s']);
        }
      }),
    );
  });

  it('is its own canonical form once it is written in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (value) => {
        const canonical = format(value) ?? '';
        expect(format(canonical)).toBe(canonical);
        expect(canonicalIpErrors(canonical)).toEqual([]);
        // What Node's URL makes of an address is RFC 5952 too.
        if (isIPv6(canonical)) expect(new URL(`http://[${canonical}]`).hostname).toBe(`[${canonical}]`);
      }),
    );
  });

  it('is held more strictly from 1.36 on', () => {
    expect(ipErrors('010.0.0.1', '1.35')).toEqual([]);
    expect(ipErrors('010.0.0.1', '1.36')).toEqual(['must not have leading 0s']);
    expect(ipErrors('::ffff:10.0.0.1', '1.36')).toEqual(['must not be an IPv4-mapped IPv6 address']);
    expect(ipErrors('2001:DB8::1', '1.36')).toEqual([]);
    expect(canonicalIpErrors('2001:DB8::1')).toEqual(['must be in canonical form ("2001:db8::1")']);
  });

  it.each([
    ['127.0.0.1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
    ['::1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
    ['0.0.0.0', 'may not be unspecified (0.0.0.0)'],
    ['169.254.1.1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
    ['febf::1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
    ['224.0.0.5', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
    ['ff12::1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
    ['x', 'must be a valid IP address'],
  ])('cannot be sent to as %s', (value, wanted) => {
    expect(endpointIpErrors(value)).toEqual([wanted]);
  });

  it.each(['10.0.0.1', '224.0.1.5', '2001:db8::1', 'fec0::1', '::2'])('can be sent to as %s', (value) => {
    expect(endpointIpErrors(value)).toEqual([]);
  });
});

describe('a network', () => {
  it.each([
    '10.0.0.0/8',
    '0.0.0.0/0',
    '10.0.0.1/32',
    '2001:db8::/32',
    '::/0',
    '2001:db8::1/128',
    '10.128.0.0/9',
  ])('%s is one to every version', (value) => {
    expect([...cidrErrors(value, '1.28'), ...cidrErrors(value, '1.36')]).toEqual([]);
  });

  it.each([
    '10.0.0.0',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '/8',
    '10.0.0/8',
    '2001:db8::/129',
    '10.0.0.0/',
  ])('%s is none', (value) => {
    expect(cidrErrors(value, '1.28')).toEqual([
      'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
    ]);
  });

  it.each([
    ['10.0.0.1/8', 'must not have bits set beyond the prefix length'],
    ['2001:db8::1/64', 'must not have bits set beyond the prefix length'],
    ['010.0.0.0/8', 'must not have leading 0s in IP or prefix length'],
    ['10.0.0.0/08', 'must not have leading 0s in IP or prefix length'],
    ['::ffff:10.0.0.0/104', 'must not have an IPv4-mapped IPv6 address'],
  ])('%s is refused from 1.36 on', (value, wanted) => {
    expect(cidrErrors(value, '1.35')).toEqual([]);
    expect(cidrErrors(value, '1.36')).toEqual([wanted]);
  });

  it.each([
    ['10.0.0.0/8', '10.1.0.0/16', true],
    ['10.0.0.0/8', '11.0.0.0/16', false],
    ['10.0.0.0/9', '10.128.0.0/16', false],
    ['0.0.0.0/0', '2001:db8::/32', false],
    ['2001:db8::/32', '2001:db8:1::/48', true],
    ['::ffff:10.0.0.0/104', '10.1.0.0/16', true],
  ])('%s contains %s: %s', (outer, inner, wanted) => {
    const [a, b] = [parseCidrSloppy(outer), parseCidrSloppy(inner)];
    expect(a && b && containsNetwork(a, b)).toBe(wanted);
  });
});
