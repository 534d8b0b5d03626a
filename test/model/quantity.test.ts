import { Quantity } from '../../lib/model/quantity';
import { QuantityError } from '../../lib/model/quantity-error';

const q = (text: string | number) => Quantity.parse(text);

function refusal(text: string): QuantityError {
  try {
    q(text);
  } catch (error) {
    if (error instanceof QuantityError) return error;
    throw error;
  }
  throw new Error(`${text} was taken for a quantity`);
}

const message = (text: string) => refusal(text).message;

describe('Quantity', () => {
  it('prints the canonical form', () => {
    expect(q('1.5').toString()).toBe('1500m');
    expect(q('1.5Gi').toString()).toBe('1536Mi');
    expect(q('1024Ki').toString()).toBe('1Mi');
    expect(q('0.5Ki').toString()).toBe('512');
    expect(q('1000000').toString()).toBe('1M');
    expect(q('12E6').toString()).toBe('12E6');
    expect(q('12e5').toString()).toBe('1200e3');
    expect(q('1E').toString()).toBe('1E');
    expect(q('1Ei').toString()).toBe('1Ei');
  });

  it('keeps its own text where upstream does, and knows the canonical one', () => {
    expect([q('+5').toString(), q('+5').canonical()]).toEqual(['+5', '5']);
    expect([q('1.500').toString(), q('1.500').canonical()]).toEqual(['1.500', '1500m']);
    expect(q('+5').negate().negate().toString()).toBe('5');
  });

  it('reads numbers by their JSON text', () => {
    expect(q(0.1).toString()).toBe('100m');
    expect(q(2).toString()).toBe('2');
    expect(q(1e3).toString()).toBe('1k');
    expect(q(-0).toString()).toBe('0');
    expect(q(1e-7).toString()).toBe('100e-9');
  });

  it('refuses numbers that are not finite or were rounded before it saw them', () => {
    expect(() => q(Number.NaN)).toThrow('NaN is not a quantity: it is not a finite number');
    expect(() => q(Infinity)).toThrow(RangeError);
    expect(() => q(2 ** 60)).toThrow('write the quantity as text');
    expect(Quantity.tryParse(2 ** 60)).toBeUndefined();
    expect(Quantity.fromJson(2 ** 53).toString()).toBe('9007199254740992');
    expect(() => Quantity.fromJson(Number.NaN)).toThrow(QuantityError);
  });

  it('rounds what is finer than nano away from zero', () => {
    expect(q('0.1n').toString()).toBe('1n');
    expect(q('-0.1n').toString()).toBe('-1n');
    expect(q('1e-2147483647').toString()).toBe('1e-9');
  });

  it('caps binary quantities at 2^63-1, and no others', () => {
    expect(q('8Ei').value()).toBe(2n ** 63n - 1n);
    expect(q('-8Ei').value()).toBe(1n - 2n ** 63n);
    expect(q('10E').value()).toBe(10n ** 19n);
  });

  it('takes the format of the other operand when it is zero', () => {
    expect(q('0').add(q('1Gi')).toString()).toBe('1Gi');
    expect(q('1Gi').add(q('1k')).toString()).toBe('1073742824');
    expect(q('1k').add(q('1Gi')).toString()).toBe('1073742824');
    expect(q('1M').add(q('1Mi')).format).toBe('DecimalSI');
    expect(q('0Gi').subtract(q('1e3')).toString()).toBe('-1e3');
    expect(Quantity.ZERO.add(q('250m')).toString()).toBe('250m');
  });

  it('multiplies by whole numbers only', () => {
    expect(q('250m').multiply(4).toString()).toBe('1');
    expect(q('512Mi').multiply(3n).toString()).toBe('1536Mi');
    expect(() => q('1').multiply(0.5)).toThrow('by a whole number only, not by 0.5');
  });

  it('counts away from zero, in any unit', () => {
    expect(q('1.1').value()).toBe(2n);
    expect(q('-1.1').value()).toBe(-2n);
    expect(q('100.5m').milliValue()).toBe(101n);
    expect(q('1Gi').scaledValue(6)).toBe(1074n);
    expect(q('-1.5Ti').value()).toBe(-1649267441664n);
    expect(() => q('1').scaledValue(0.5)).toThrow(RangeError);
  });

  it('compares any two quantities, however far apart, without writing them out', () => {
    const huge = q('1e2147483647');
    expect(huge.compare(q('1n'))).toBe(1);
    expect(huge.negate().compare(huge)).toBe(-1);
    expect(huge.equals(q('10e2147483646'))).toBe(true);
    expect(q('1Ki').equals(q('1.024k'))).toBe(true);
  });

  it('refuses to compute what nobody could print', () => {
    expect(() => q('1e2147483647').add(q('1'))).toThrow(RangeError);
    expect(() => q('1e2147483647').value()).toThrow('at most 100000');
    expect(q('1e2147483647').add(q('0')).canonical()).toBe('10e2147483646');
  });

  it('says when an amount has outgrown its suffixes', () => {
    expect(q('1000E').toString()).toBe('1');
    expect(q('1000E').printsExactly()).toBe(false);
    expect(q('999E').printsExactly()).toBe(true);
    expect(q('1000e18').printsExactly()).toBe(true);
  });

  it('stands in JSON as its text', () => {
    expect(JSON.stringify({ cpu: q('1.5') })).toBe('{"cpu":"1500m"}');
  });

  it('cannot be changed, and is told apart by deep equality', () => {
    expect(Object.isFrozen(q('1'))).toBe(true);
    expect(q('1Gi')).not.toEqual(q('2Gi'));
    expect(q('1Gi')).toEqual(q('1Gi'));
  });

  it('tries without throwing', () => {
    expect(Quantity.tryParse('1Gi')?.toString()).toBe('1Gi');
    expect(Quantity.tryParse('1Gb')).toBeUndefined();
    expect(Quantity.tryParse(' 1')).toBeUndefined();
  });
});

describe('QuantityError', () => {
  it('says what a quantity looks like', () => {
    expect(message('250Mb')).toBe(
      `"250Mb" is not a quantity: the suffix 'Mb' is unknown (did you mean '250M' or '250Mi'?); ` +
        'a quantity is a number with an optional suffix: n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei, ' +
        "or an exponent such as e3; for example '500m', '1.5', '128Mi', '2G'",
    );
  });

  it.each([
    ['', 'it is empty'],
    ['1 Gi', 'it contains white space'],
    ['1,5', 'the decimal point is a dot'],
    ['0x10', 'only decimal digits'],
    ['1.2.3', 'more than one decimal point'],
    ['abc', 'it does not start with a number'],
    ['1e', "the exponent 'e' has no digits"],
    ['1e99999999999999999999', "the exponent 'e99999999999999999999' is out of range"],
    ['.e-10', 'it has no digits'],
    ['512B', "did you mean '512'? bytes have no suffix"],
    ['1K', "did you mean '1k' or '1Ki'?"],
    ['1.5gb', "did you mean '1.5G' or '1.5Gi'?"],
    ['2MiB', "did you mean '2Mi'?"],
    ['1Ei2', "the suffix 'Ei2' is unknown;"],
    ['1\u0663', 'is unknown'],
  ])('explains %j', (text, reason) => {
    expect(message(text)).toContain(reason);
  });

  it('carries the text and the failure of upstream', () => {
    expect(refusal('1Mb')).toMatchObject({ text: '1Mb', failure: 'format' });
    expect(refusal('1mm')).toMatchObject({ text: '1mm', failure: 'suffix' });
  });
});
