import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IntOrString, scaledIntOrPercent } from '../../lib/model/int-or-string';
import { type JsonValue } from '../../lib/model/json-value';
import { Quantity } from '../../lib/model/quantity';
import { QuantityError } from '../../lib/model/quantity-error';
import { resolveFenceposts } from '../../lib/model/rolling-update';

/** What upstream answered; the file itself says what each row means. */
type Figure = number | string | null | readonly [upstream: string, exact: string];

interface Vectors {
  readonly parse: readonly (
    | readonly [text: string, failure: string]
    | readonly [
        text: string,
        format: 'D' | 'B' | 'E',
        printed: string,
        canonical: string | null,
        value: Figure,
        milli: Figure,
      ]
  )[];
  readonly scaled: readonly (readonly [text: string, scale: number, figure: Figure])[];
  readonly pairs: readonly (readonly [
    a: string,
    b: string,
    order: number,
    sum: string,
    difference: string,
  ])[];
  readonly multiply: readonly (readonly [text: string, times: number, product: string, negated: string])[];
  readonly json: readonly (readonly [value: JsonValue, printed: string | null])[];
  readonly intOrPercent: readonly (
    | readonly [value: IntOrString, failed: null]
    | readonly [value: IntOrString, total: number, up: number, down: number]
  )[];
  readonly fenceposts: readonly (
    | readonly [IntOrString | null, IntOrString | null, number, null]
    | readonly [IntOrString | null, IntOrString | null, number, number, number]
  )[];
}

const vectors = JSON.parse(
  readFileSync(join(__dirname, 'fixtures', 'quantity.json'), 'utf8'),
) as unknown as Vectors;

const FORMATS = { D: 'DecimalSI', B: 'BinarySI', E: 'DecimalExponent' } as const;

/** Ours is exact; the fixture has both figures where upstream's is not. */
function exact(figure: Figure): string | undefined {
  if (figure === null) return undefined;
  return String(typeof figure === 'object' ? figure[1] : figure);
}

/** All differences at once: one failing assertion tells more than the first of hundreds. */
function differences<Row>(
  rows: readonly Row[],
  compare: (row: Row) => readonly [ours: unknown, theirs: unknown],
) {
  return rows.flatMap((row) => {
    const [ours, theirs] = compare(row);
    return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ row, ours, theirs }];
  });
}

describe('against upstream', () => {
  it('has thousands of vectors', () => {
    const { parse, scaled, pairs, multiply, json, intOrPercent, fenceposts } = vectors;
    const count = [parse, scaled, pairs, multiply, json, intOrPercent, fenceposts].flat().length;
    expect(count).toBeGreaterThan(4000);
  });

  it('reads, prints and counts the same', () => {
    const found = differences(vectors.parse, (row) => {
      const [text] = row;
      const theirs =
        row.length === 2 ? row[1] : [FORMATS[row[1]], row[2], row[3] ?? row[2], exact(row[4]), exact(row[5])];
      try {
        const ours = Quantity.parse(text);
        const counted = row.length > 2 && row[4] !== null;
        return [
          [
            ours.format,
            ours.toString(),
            ours.canonical(),
            counted ? String(ours.value()) : undefined,
            row.length > 2 && row[5] !== null ? String(ours.milliValue()) : undefined,
          ],
          theirs,
        ];
      } catch (error) {
        return [error instanceof QuantityError ? error.failure : error, theirs];
      }
    });
    expect(found).toEqual([]);
  });

  it('counts otherwise only where upstream overflows 64 bits, or cuts a negative amount down to them', () => {
    const figures = vectors.parse.flatMap((row) => (row.length === 2 ? [] : [row[4], row[5]]));
    const differing = figures.flatMap((figure) => (Array.isArray(figure) ? [BigInt(String(figure[1]))] : []));
    expect(differing.filter((ours) => ours >= 0n && ours < 2n ** 63n)).toEqual([]);
  });

  it('scales the same', () => {
    const rows = vectors.scaled.filter(([, , figure]) => figure !== null);
    expect(rows.length).toBeGreaterThan(200);
    expect(
      differences(rows, ([text, scale, figure]) => [
        String(Quantity.parse(text).scaledValue(scale)),
        exact(figure),
      ]),
    ).toEqual([]);
  });

  it('compares, adds and subtracts the same', () => {
    expect(
      differences(vectors.pairs, ([left, right, order, sum, difference]) => {
        const a = Quantity.parse(left);
        const b = Quantity.parse(right);
        return [
          [a.compare(b), a.add(b).toString(), a.subtract(b).toString()],
          [order, sum, difference],
        ];
      }),
    ).toEqual([]);
  });

  it('multiplies and negates the same', () => {
    expect(
      differences(vectors.multiply, ([text, times, product, negated]) => {
        const quantity = Quantity.parse(text);
        return [
          [quantity.multiply(times).toString(), quantity.negate().toString()],
          [product, negated],
        ];
      }),
    ).toEqual([]);
  });

  it('decodes JSON the same', () => {
    expect(
      differences(vectors.json, ([value, printed]) => {
        try {
          return [Quantity.fromJson(value).toString(), printed];
        } catch {
          return [null, printed];
        }
      }),
    ).toEqual([]);
  });

  it('scales integers and percentages the same', () => {
    expect(
      differences(vectors.intOrPercent, (row) => {
        const [value, total, up, down] = row;
        try {
          const count = total ?? 0;
          return [
            [scaledIntOrPercent(value, count, 'up'), scaledIntOrPercent(value, count, 'down')],
            total === null ? 'an error' : [up, down],
          ];
        } catch {
          return [null, total];
        }
      }),
    ).toEqual([]);
  });

  it('resolves fenceposts the same', () => {
    expect(
      differences(vectors.fenceposts, ([surge, unavailable, desired, ...theirs]) => {
        try {
          const ours = resolveFenceposts(surge ?? undefined, unavailable ?? undefined, desired);
          return [[ours.maxSurge, ours.maxUnavailable], theirs];
        } catch {
          return [[null], theirs];
        }
      }),
    ).toEqual([]);
  });
});
