import { Memo } from '../../lib/model/memo';
import { oncePer } from '../../lib/model/once-per';

test('keeps what was made, undefined too, as long as the work takes', () => {
  const [a, b] = [{}, {}];
  const memo = new Memo<object, number | undefined>();
  Memo.during(() => {
    expect(memo.keep(a, 1)).toBe(1);
    memo.keep(b, undefined);
    expect([memo.find(a), memo.find(b), memo.find({})]).toEqual([
      { result: 1 },
      { result: undefined },
      undefined,
    ]);
  });
  expect([memo.find(a), memo.find(b)]).toEqual([undefined, undefined]);
});

test('keeps it to the end of the work around it, whatever ends within', () => {
  let made = 0;
  const ask = oncePer((_: object) => ++made);
  const key = {};
  Memo.during(() => {
    expect(ask(key)).toBe(1);
    expect(() =>
      Memo.during(() => {
        throw new Error('within');
      }),
    ).toThrow('within');
    expect(ask(key)).toBe(1);
  });
  Memo.during(() => expect(ask(key)).toBe(2));
});

test('keeps nothing where nobody works', () => {
  const memo = new Memo<object, number>();
  const key = {};
  expect(memo.keep(key, 1)).toBe(1);
  expect(memo.find(key)).toBeUndefined();
});
