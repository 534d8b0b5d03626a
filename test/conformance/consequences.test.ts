import { type Entry, isUnobservable, type Shows } from '../../conformance/consequences/consequence';
import { GROUPS, TABLE } from '../../conformance/consequences/table';
import { RULES } from '../../lib/check/rules/index.gen';

const rules = RULES.filter(({ group }) => GROUPS.includes(group));

/** For how many examples an entry says what shows; undefined when it says it of all at once. */
function lengthOf(shows: Shows): number | undefined {
  return Array.isArray(shows) ? shows.length : undefined;
}

describe('the tables of consequences', () => {
  test('say of each rule what a cluster does with its examples, or why that cannot be seen', () => {
    expect(rules.map(({ code }) => code).filter((code) => TABLE[code] === undefined)).toEqual([]);
  });

  test('name no rule that is not there', () => {
    const codes = new Set(rules.map(({ code }) => code));
    expect(Object.keys(TABLE).filter((code) => !codes.has(code))).toEqual([]);
  });

  test('say something of every example, where they tell examples apart', () => {
    const wrong = rules.flatMap(({ code, bad, good }) => {
      const entry: Entry | undefined = TABLE[code];
      if (entry === undefined || isUnobservable(entry)) return [];
      const fits = (lengthOf(entry.bad) ?? bad.length) === bad.length;
      return fits && (lengthOf(entry.good) ?? good.length) === good.length ? [] : [code];
    });
    expect(wrong).toEqual([]);
  });

  test('give a reason where nothing can be seen', () => {
    const silent = Object.entries(TABLE).filter(
      ([, entry]) => isUnobservable(entry) && entry.unobservable === '',
    );
    expect(silent).toEqual([]);
  });
});
