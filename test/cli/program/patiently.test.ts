import { Script } from 'node:vm';
import { asUsual, patiently } from '../../../lib/cli/program/patiently';

// V8 remembers what it compiled, and knows code caches by the length of the source: another number each time.
let count = 100;
const source = (): string => `(function add(a) { return a + ${count++}; })`;
const cachedData = new Script(source()).createCachedData();
const isRejected = (): boolean | undefined => new Script(source(), { cachedData }).cachedDataRejected;

beforeEach(() => {
  jest.spyOn(process, 'uptime').mockReturnValue(0.1);
});

describe('patient work', () => {
  const waits = process.versions.v8.startsWith('11.3.');

  it('is done with another setting of V8, which refuses code caches of the usual one', () => {
    expect(patiently(isRejected)).toBe(waits);
  });

  it('is only what a process begins with', () => {
    jest.spyOn(process, 'uptime').mockReturnValue(60);
    expect(patiently(isRejected)).toBe(false);
  });

  it('leaves the usual setting behind, also when it fails', () => {
    expect(() =>
      patiently(() => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(isRejected()).toBe(false);
  });

  it('compiles with code caches as usual, and goes on patiently', () => {
    const seen = patiently(() => [asUsual(isRejected), isRejected()]);
    expect(seen).toEqual([false, waits]);
  });

  it('gives what the work gives', () => {
    expect(patiently(() => patiently(() => 7))).toBe(7);
    expect(isRejected()).toBe(false);
  });
});
