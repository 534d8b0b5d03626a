import { commonFolder } from '../../../lib/cli/project/common-folder';

it.each<[readonly string[], string]>([
  [['/a/dist'], '/a/dist'],
  [['/a/dist/prod', '/a/dist/staging'], '/a/dist'],
  [['/a/dist', '/a/dist/staging'], '/a/dist'],
  [['/a/dist', '/a/distant'], '/a'],
  [['/a', '/b'], '/'],
])('of %j it is %s', (folders, common) => {
  expect(commonFolder(folders)).toBe(common);
  expect(commonFolder([...folders].reverse())).toBe(common);
});
