import { App } from 'cdk8s';
import {
  isStrictlyWithin,
  refuseCidr,
  refuseIp,
  refuseUnreachable,
} from '../../../lib/patterns/manifest/refuse-address';

const app = new App();

describe('an address', () => {
  test.each(['10.0.0.1', '0.0.0.0', 'fd00::1', '::'])('may be %s', (ip) => {
    expect(() => refuseIp(app, 'ip', ip)).not.toThrow();
  });

  test.each(['', 'a', '10.0.0', '010.0.0.1', 'fe80::1%eth0', '::ffff:192.0.2.1'])('is not %j', (ip) => {
    expect(() => refuseIp(app, 'ip', ip)).toThrow(`App '': ip has '${ip}', which is no IP address`);
  });

  test.each([
    ['127.0.0.1', 'a loopback address'],
    ['::1', 'a loopback address'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['169.254.1.1', 'link-local'],
    ['fe80::1', 'link-local'],
    ['224.0.0.1', 'link-local multicast'],
    ['ff02::1', 'link-local multicast'],
  ])('that other hosts reach is not %s', (ip, why) => {
    expect(() => refuseUnreachable(app, 'ip', ip)).toThrow(`ip has '${ip}', which is ${why}`);
    expect(() => refuseUnreachable(app, 'ip', '192.0.2.1')).not.toThrow();
    expect(() => refuseUnreachable(app, 'ip', '2001:db8::1')).not.toThrow();
  });
});

describe('a range', () => {
  test.each(['10.0.0.0/8', '0.0.0.0/0', '::/0', '192.0.2.1/32', 'fd00::/8', '2001:db8::/33', '64:ff9b::/96'])(
    'may be %s',
    (cidr) => {
      expect(() => refuseCidr(app, 'cidr', cidr)).not.toThrow();
    },
  );

  test.each(['', '10.0.0.0', '10.0.0.0/33', '10.0.0.0/08', '010.0.0.0/8', 'a/8', 'fd00::/129'])(
    'is not %j',
    (cidr) => {
      expect(() => refuseCidr(app, 'cidr', cidr)).toThrow('which is no range of addresses');
    },
  );

  test.each([
    ['10.0.0.1/8', 8],
    ['fd00::1/8', 8],
    ['2001:db8:1::/32', 32],
  ])('has no bits beyond its prefix: %s', (cidr, prefix) => {
    expect(() => refuseCidr(app, 'cidr', cidr)).toThrow(`has bits set beyond the prefix of ${prefix}`);
  });

  test.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '10.0.0.0/16', false],
    ['fd00:1::/32', 'fd00::/8', true],
    ['10.0.0.0/8', '::/0', false],
  ])('%s within %s: %s', (inner, outer, within) => {
    expect(isStrictlyWithin(inner, outer)).toBe(within);
  });
});
