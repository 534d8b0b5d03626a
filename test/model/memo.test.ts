import { Memo } from '../../lib/model/memo';
import { oncePer } from '../../lib/model/once-per';

test('keeps what was made, undefined too, until all is forgotten', () => {
  const [a, b] = [{}, {}];
  const memo = new Memo<object, number | undefined>();
  expect(memo.keep(a, 1)).toBe(1);
  memo.keep(b, undefined);
  expect([memo.find(a), memo.find(b), memo.find({})]).toEqual([
    { result: 1 },
    { result: undefined },
    undefined,
  ]);
  Memo.forgetAll();
  expect([memo.find(a), memo.find(b)]).toEqual([undefined, undefined]);
  memo.keep(a, 2);
  Memo.forgetAll();
  expect(memo.find(a)).toBeUndefined();
});

test('is forgotten though something was forgotten while it was made', () => {
  const key = {};
  let made = 0;
  const ask = oncePer((_: object) => {
    Memo.forgetAll();
    return ++made;
  });
  expect([ask(key), ask(key)]).toEqual([1, 1]);
  Memo.forgetAll();
  expect(ask(key)).toBe(2);
});
