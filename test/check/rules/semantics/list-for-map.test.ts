import { check } from '../../../../lib/check/check';
import { ObjectSet } from '../../../../lib/model/object-set';

describe('a list where a map belongs, in a kind that is not known', () => {
  it('is told by names of fields, and not by indexes that are none', () => {
    const object = { apiVersion: '::1', kind: 'Pod', metadata: [], spec: {} };
    const told = check(new ObjectSet([{ object }]));
    expect(told.map(({ title }) => title)).toContain('Pod has no `metadata.name`');
    expect(JSON.stringify(told)).not.toContain('NaN');
  });
});
