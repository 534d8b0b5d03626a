import { Memo } from '../../lib/model/memo';
import { oncePer } from '../../lib/model/once-per';

test('asks once for each list, whatever the answer', () => {
  const asked: (readonly number[])[] = [];
  const first = oncePer((list: readonly number[]) => {
    asked.push(list);
    return list[0];
  });
  const [some, none]: readonly (readonly number[])[] = [[1, 2], []];
  Memo.during(() => {
    expect([first(some ?? []), first(none ?? []), first(some ?? []), first(none ?? [])]).toEqual([
      1,
      undefined,
      1,
      undefined,
    ]);
  });
  expect(asked).toHaveLength(2);
});
