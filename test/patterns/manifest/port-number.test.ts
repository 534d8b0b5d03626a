import { App } from 'cdk8s';
import { wirePort } from '../../../lib/patterns/manifest/port-number';

describe('wirePort', () => {
  test('takes 1 to 65535', () => {
    expect([1, 65535].map((port) => wirePort(new App(), 'port', port))).toEqual([1, 65535]);
  });

  test.each([0, 65536, 1.5, NaN])('refuses %d', (port) => {
    expect(() => wirePort(new App(), 'port', port)).toThrow(
      `App '': port is ${port}; a port is a whole number`,
    );
  });
});
