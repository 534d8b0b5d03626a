import { Quantity } from '../../lib/model/quantity';
import {
  type CpuQuantity,
  type MemoryQuantity,
  type QuantityLiteral,
} from '../../lib/model/quantity-literal';
import { readQuantity } from '../../lib/model/read-quantity';

// `tsc` is the judge of these: it fails where an expected error does not come.
const anyQuantity = (value: QuantityLiteral) => readQuantity(value, 'any').toString();
const cpu = (value: CpuQuantity) => readQuantity(value, 'cpu').toString();
const memory = (value: MemoryQuantity) => readQuantity(value, 'memory').toString();

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('quantity literals', () => {
  it('take what Kubernetes takes', () => {
    expect([anyQuantity('5'), anyQuantity('100n'), anyQuantity('1.5Gi'), anyQuantity('12e6')]).toEqual([
      '5',
      '100n',
      '1536Mi',
      '12e6',
    ]);
    expect([cpu(2), cpu(0.5), cpu('0.1'), cpu('250m'), cpu(Quantity.parse('1500m'))]).toEqual([
      '2',
      '500m',
      '100m',
      '250m',
      '1500m',
    ]);
    expect([
      memory(1024),
      memory('128Mi'),
      memory('1.5G'),
      memory('1E'),
      memory(Quantity.parse('1k')),
    ]).toEqual(['1024', '128Mi', '1500M', '1E', '1k']);
  });

  it('do not compile with a wrong suffix, nor run', () => {
    // @ts-expect-error no such suffix
    expect(() => anyQuantity('250Mb')).toThrow('any: "250Mb" is not a quantity');
    // @ts-expect-error no such suffix
    expect(() => anyQuantity('1GB')).toThrow("did you mean '1G' or '1Gi'?");
    // @ts-expect-error kilo is a small letter
    expect(() => anyQuantity('1K')).toThrow("did you mean '1k' or '1Ki'?");
    // @ts-expect-error no white space before a suffix
    expect(() => anyQuantity('1 Gi ')).toThrow('white space');
    // @ts-expect-error no white space, no number
    expect(() => anyQuantity('')).toThrow('it is empty');
    // @ts-expect-error not a finite number
    expect(() => anyQuantity('Infinity')).toThrow('does not start with a number');
    // @ts-expect-error no such suffix
    expect(() => memory('250Mb')).toThrow('memory: ');
    // @ts-expect-error no such suffix
    expect(() => memory('1GB')).toThrow('memory: ');
  });

  it('do not compile where the suffix makes no sense for the resource', () => {
    // @ts-expect-error half a billion cores
    expect(cpu('500Mi')).toBe('500Mi');
    // @ts-expect-error a thousand cores
    expect(cpu('1k')).toBe('1k');
    // @ts-expect-error an eighth of a byte
    expect(memory('128m')).toBe('128m');
    // @ts-expect-error less than a byte
    expect(memory('5u')).toBe('5u');
  });

  it.each(['0x10', '0b1', ' ', ' 5 ', '0xE', '5 '] as const)(
    'that compile as a JavaScript number, such as %j, are refused when read',
    (value) => {
      const literal: CpuQuantity & MemoryQuantity & QuantityLiteral = value;
      expect(() => readQuantity(literal, 'resources.cpu')).toThrow(/^resources\.cpu: .+ is not a quantity/);
    },
  );
});

describe('readQuantity', () => {
  it('refuses what is below zero, and names the property', () => {
    expect(() => readQuantity('-1Gi', 'storage')).toThrow(
      'storage: -1Gi is below zero; write an amount of 0 or more',
    );
    expect(readQuantity('-0', 'storage').isZero()).toBe(true);
  });

  it('names the property for numbers too, and keeps the cause', () => {
    expect(() => readQuantity(NaN, 'cpu')).toThrow('cpu: NaN is not a quantity');
    const cause: unknown = expect.objectContaining({ name: 'QuantityError' });
    expect(thrownBy(() => readQuantity('0x1', 'cpu'))).toMatchObject({ cause });
  });

  it('returns a quantity as it is', () => {
    const quantity = Quantity.parse('+5');
    expect(readQuantity(quantity, 'cpu')).toBe(quantity);
  });
});
