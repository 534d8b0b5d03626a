import { nearest } from '../../lib/cli/nearest';

test.each([
  ['sdtout', ['stdout', 'stderr'], ['stdout']],
  ['ab', ['a', 'b', 'abc', 'ba', 'xy'], ['a', 'abc', 'b', 'ba']],
  ['same', ['same', 'some'], ['some']],
  ['chart', ['layout'], []],
  ['abcdef', ['abcdex', 'abcdey', 'abcdez', 'abcdew', 'abcdev'], ['abcdev', 'abcdew', 'abcdex', 'abcdey']],
])('%s among %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toEqual(expected);
});
