import { boundsOf, isHeld, readBounds } from '../../../conformance/agreement/bounds';
import { KINDS } from '../../../conformance/agreement/kinds';
import { readRecord } from '../../../conformance/agreement/record';
import { fromRecord } from '../../../conformance/agreement/from-record';
import { releases } from '../../../conformance/versions';

describe('what API servers were recorded to say of generated objects', () => {
  test('is there for every kind, of every release of the judge', () => {
    const exact = releases.map(({ kubernetes }) => kubernetes);
    for (const { title } of KINDS)
      expect({ title, releases: readRecord(title)?.releases }).toEqual({ title, releases: exact });
  });

  test('is of 20,000 objects and more', () => {
    const cases = KINDS.map(({ title }) => readRecord(title)?.cases.length ?? 0);
    expect(cases.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(20_000);
  });

  const bounds = readBounds();
  test.each(KINDS)('is what we say of a $title, but for as many as are known', (kind) => {
    const { [kind.title]: found } = boundsOf(fromRecord(releases, [kind], isHeld));
    const { [kind.title]: bound } = bounds;
    if (found === undefined || bound === undefined) throw new Error(`nothing is recorded of ${kind.title}`);
    expect({
      missed: Math.max(found.missed, bound.missed),
      refusedWrongly: Math.max(found.refusedWrongly, bound.refusedWrongly),
      fieldsDiffer: Math.max(found.fieldsDiffer, bound.fieldsDiffer),
    }).toEqual(bound);
  });
});
