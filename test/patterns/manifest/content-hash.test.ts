import fc from 'fast-check';
import { contentHash } from '../../../lib/patterns/manifest/content-hash';

describe('contentHash', () => {
  test('is ten hexadecimal digits that no release changes', () => {
    expect(contentHash({ data: { A: '1' } })).toBe('5c982e32a3');
  });

  test('law: does not hang on the order of keys, but on every value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), fc.string(), (data, key, value) => {
        const reversed = Object.fromEntries(Object.entries(data).reverse());
        const changed = { ...data, [key]: value };
        const same = Object.hasOwn(data, key) && data[key] === value;
        return (
          contentHash({ a: reversed, b: [1] }) === contentHash({ b: [1], a: data }) &&
          (contentHash(changed) === contentHash(data)) === same
        );
      }),
    );
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
  });

  test('takes what is undefined for absent', () => {
    expect(contentHash({ a: undefined, b: 1 })).toBe(contentHash({ b: 1 }));
  });
});
