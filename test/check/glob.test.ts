import { globMatcher } from '../../lib/check/glob';

const matching = (pattern: string, ...paths: readonly string[]): readonly string[] =>
  paths.filter(globMatcher(pattern));

test('a star stays in its folder, two go through all', () => {
  expect(matching('charts/*.ts', 'charts/a.ts', 'charts/b/a.ts', 'charts/a.tsx', 'x/charts/a.ts')).toEqual([
    'charts/a.ts',
  ]);
  expect(matching('**/*.yaml', 'a.yaml', 'b/a.yaml', 'b/c/a.yaml', 'a.yml')).toEqual([
    'a.yaml',
    'b/a.yaml',
    'b/c/a.yaml',
  ]);
  expect(matching('charts/**', 'charts/a.ts', 'charts/b/a.ts', 'chart/a.ts')).toEqual([
    'charts/a.ts',
    'charts/b/a.ts',
  ]);
  expect(matching('./a.ts', 'a.ts')).toEqual(['a.ts']);
});

test('braces and question marks', () => {
  expect(matching('a.{ts,yaml}', 'a.ts', 'a.yaml', 'a.yml', 'a.{ts,yaml}')).toEqual(['a.ts', 'a.yaml']);
  expect(matching('a?.ts', 'ab.ts', 'a.ts', 'a/.ts')).toEqual(['ab.ts']);
  expect(() => globMatcher('a.{ts')).toThrow('a brace that is not closed');
  expect(() => globMatcher('a.{t{s,x}}')).toThrow('inside of another');
});

test('everything else is itself', () => {
  expect(matching('a+(b)[c].ts,$^|\\}', 'a+(b)[c].ts,$^|\\}', 'aab')).toEqual(['a+(b)[c].ts,$^|\\}']);
});
