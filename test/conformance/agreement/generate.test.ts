import { fingerprint, generate, regenerate, shares } from '../../../conformance/agreement/generate';
import { KINDS } from '../../../conformance/agreement/kinds';
import { ourFindings } from '../../../conformance/agreement/ours';
import { findKindSchema } from '../../../lib/check/schema/table';

describe('generated cases', () => {
  test.each(KINDS)('of $title are of a kind that the schema knows', ({ apiVersion, kind }) => {
    expect(findKindSchema(apiVersion, kind)).toBeDefined();
  });

  test('come out the same for the same id', () => {
    for (const kind of KINDS) {
      const { id, object, mutations } = generate(3, kind, 11);
      expect(regenerate(id)).toMatchObject({ object, mutations });
    }
  });

  test('do not depend on one another, and differ', () => {
    const [first] = KINDS;
    if (first === undefined) throw new Error('there are kinds');
    const prints = Array.from({ length: 200 }, (_, index) => fingerprint(generate(1, first, index).object));
    expect(new Set(prints).size).toBeGreaterThan(190);
  });

  test('are found right by our own rules where nothing was changed, for the most part', () => {
    const plain = KINDS.flatMap((kind) =>
      Array.from({ length: 40 }, (_, index) => generate(2, kind, index)),
    ).filter(({ mutations }) => mutations.length === 0);
    const refused = plain.filter(({ object }) => ourFindings(object, '1.36').length > 0);
    expect(plain.length).toBeGreaterThan(200);
    expect(refused.length / plain.length).toBeLessThan(0.06);
  });

  test('are shared out by weight', () => {
    const counts = [...shares(KINDS, 10_000).values()];
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(10_000);
  });

  test('of no such id are refused', () => {
    expect(() => regenerate('1:Pods-1')).toThrow('--replay: 1:Pods-1 is no id of a case');
  });
});
