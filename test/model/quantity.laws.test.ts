import fc from 'fast-check';
import { Quantity } from '../../lib/model/quantity';

/** An exact value beside the text of it: `nano` is the amount in units of 10^-9. */
interface Sample {
  readonly text: string;
  readonly nano: bigint;
}

const NANO_OF: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': 10n ** 9n,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  e3: 10n ** 12n,
  'e-3': 10n ** 6n,
  E2: 10n ** 11n,
  Ki: (10n ** 9n) << 10n,
  Mi: (10n ** 9n) << 20n,
  Gi: (10n ** 9n) << 30n,
  Ti: (10n ** 9n) << 40n,
};

/** Whole numbers small enough that neither the cap nor the largest suffix is reached, even summed up. */
const samples: fc.Arbitrary<Sample> = fc
  .tuple(fc.bigInt({ min: -999_999n, max: 999_999n }), fc.constantFrom(...Object.keys(NANO_OF)))
  .map(([count, suffix]) => ({ text: `${count}${suffix}`, nano: count * (NANO_OF[suffix] ?? 0n) }));

/** Any quantity upstream can read, with fractions and signs. */
const quantities: fc.Arbitrary<Quantity> = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.bigInt({ min: 0n, max: 10n ** 22n }),
    fc.option(fc.stringMatching(/^[0-9]{0,12}$/)),
    fc.constantFrom(...Object.keys(NANO_OF)),
  )
  .map(([sign, whole, fraction, suffix]) =>
    Quantity.parse(`${sign}${whole}${fraction === null ? '' : `.${fraction}`}${suffix}`),
  );

const order = (a: bigint, b: bigint) => (a === b ? 0 : a < b ? -1 : 1);

describe('laws of quantities', () => {
  it('reads what it prints, and prints it the same again', () => {
    fc.assert(
      fc.property(quantities, (quantity) => {
        fc.pre(quantity.printsExactly());
        const again = Quantity.parse(quantity.canonical());
        expect(again.equals(quantity)).toBe(true);
        expect(again.canonical()).toBe(quantity.canonical());
        expect(again.toString()).toBe(quantity.canonical());
      }),
    );
  });

  it('holds the exact number', () => {
    fc.assert(
      fc.property(samples, ({ text, nano }) => {
        expect(Quantity.parse(text).scaledValue(-9)).toBe(nano);
      }),
    );
  });

  it('orders as the exact numbers do', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        expect(Quantity.parse(a.text).compare(Quantity.parse(b.text))).toBe(order(a.nano, b.nano));
      }),
    );
  });

  it('orders totally', () => {
    fc.assert(
      fc.property(quantities, quantities, quantities, (a, b, c) => {
        expect(a.compare(a)).toBe(0);
        expect(a.compare(b) + b.compare(a)).toBe(0);
        if (a.compare(b) <= 0 && b.compare(c) <= 0) expect(a.compare(c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('adds, subtracts and multiplies as the exact numbers do', () => {
    fc.assert(
      fc.property(samples, samples, fc.bigInt(-1000n, 1000n), (a, b, times) => {
        const [left, right] = [Quantity.parse(a.text), Quantity.parse(b.text)];
        expect(left.add(right).scaledValue(-9)).toBe(a.nano + b.nano);
        expect(left.subtract(right).scaledValue(-9)).toBe(a.nano - b.nano);
        expect(left.multiply(times).scaledValue(-9)).toBe(a.nano * times);
      }),
    );
  });

  it('adds in any order and grouping', () => {
    fc.assert(
      fc.property(quantities, quantities, quantities, (a, b, c) => {
        expect(a.add(b).equals(b.add(a))).toBe(true);
        expect(
          a
            .add(b)
            .add(c)
            .equals(a.add(b.add(c))),
        ).toBe(true);
        expect(a.add(b).subtract(b).equals(a)).toBe(true);
        expect(a.subtract(b).equals(a.add(b.negate()))).toBe(true);
      }),
    );
  });

  it('multiplies as repeated addition', () => {
    fc.assert(
      fc.property(quantities, fc.integer({ min: 0, max: 12 }), (quantity, times) => {
        let sum = Quantity.ZERO;
        for (let i = 0; i < times; i += 1) sum = sum.add(quantity);
        expect(quantity.multiply(times).equals(sum)).toBe(true);
      }),
    );
  });

  it('counts the smallest whole number of units that holds the amount', () => {
    fc.assert(
      fc.property(quantities, fc.integer({ min: -9, max: 12 }), (quantity, scale) => {
        const unit = Quantity.parse(`1e${scale}`);
        const count = quantity.scaledValue(scale);
        const held = unit.multiply(count);
        // Away from zero: on the far side of the amount, by less than a unit.
        expect(held.subtract(quantity).sign() * quantity.sign()).toBeGreaterThanOrEqual(0);
        const rest = held.subtract(quantity);
        expect((rest.sign() < 0 ? rest.negate() : rest).compare(unit)).toBe(-1);
      }),
    );
  });

  it('fails with a QuantityError or reads, whatever the text', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...Array.from('0159.+-eEinumkKMGTP b')),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        const quantity = Quantity.tryParse(text);
        if (quantity === undefined)
          expect(() => Quantity.parse(text)).toThrow(/is not a quantity: .+; a quantity is/);
        else expect(Quantity.parse(text).equals(quantity)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
