import { finalizerNameErrors } from '../../../lib/model/names/finalizer-name';
import { hostNameErrors } from '../../../lib/model/names/host-name';

const NO_IP = 'must be a DNS name, not an IP address';

test.each(['example.com', '*.example.com', 'a'])('%j is a host', (host) => {
  expect(hostNameErrors(host)).toEqual([]);
});

test.each(['1.2.3.4', '001.2.3.4'])('%j is an address', (host) => {
  expect(hostNameErrors(host)).toEqual([NO_IP]);
});

test.each(['::1', '::ffff:01.2.3.4'])('%j is an address, and no DNS name either', (host) => {
  expect(hostNameErrors(host)).toEqual([NO_IP, expect.stringContaining('RFC 1123 subdomain')]);
});

test.each(['1.2.3.256', '*', 'a.*.b', 'A.b', 'a:80', 'fe80::1%eth0'])('%j', (host) => {
  expect(hostNameErrors(host)).toHaveLength(host === '1.2.3.256' ? 0 : 1);
});

test('a finalizer has a prefix, but for the standard ones', () => {
  expect(finalizerNameErrors('example.com/clean')).toEqual([]);
  expect(finalizerNameErrors('orphan')).toEqual([]);
  expect(finalizerNameErrors('clean')).toEqual([
    'name is neither a standard finalizer name nor is it fully qualified',
  ]);
});
