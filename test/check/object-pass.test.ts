import { ObjectPass } from '../../lib/check/object-pass';
import { type ObjectEntry } from '../../lib/model/object-entry';
import { ObjectSet } from '../../lib/model/object-set';

const set = new ObjectSet(
  ['fine', 'wrong', 'broken', 'odd'].map((name) => ({
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
  })),
);
const fault = new Error('cannot be looked at');
const look = ({ name }: ObjectEntry): readonly string[] => {
  if (name === 'broken') throw fault;
  return name === 'wrong' ? ['a', 'b', 'a'] : name === 'odd' ? ['b'] : [];
};
const pass = new ObjectPass(set.entries, look, (problem) => problem);
const names = (entries: readonly ObjectEntry[]): readonly string[] => entries.map(({ name }) => name);

test('knows the objects of each topic, in order, and those that could not be looked at for every topic', () => {
  expect(names(pass.having('a'))).toEqual(['wrong', 'broken']);
  expect(names(pass.having('b'))).toEqual(['wrong', 'broken', 'odd']);
  expect(names(pass.having('c'))).toEqual(['broken']);
});

test('says of an object what there is, and throws what was thrown', () => {
  const [fine, wrong, broken] = set.entries as [ObjectEntry, ObjectEntry, ObjectEntry];
  expect(pass.of(fine)).toEqual([]);
  expect(pass.of(wrong)).toEqual(['a', 'b', 'a']);
  expect(() => pass.of(broken)).toThrow(fault);
});
