import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

import { lightenGenerated } from '../../../lib/cli/program/lighten-generated';

const GENERATED = `function toJson_Thing(obj) {
    if (obj === undefined) { return undefined; }
    const result = {
        'labels': ((obj.labels) === undefined) ? undefined : (Object.entries(obj.labels).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})),
        'name': obj.name,
        'none': undefined,
    };
    // filter undefined values
    return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});
}`;

type ToJson = (value: unknown) => unknown;

function load(code: string): ToJson {
  return runInThisContext(`(function () {${code}\nreturn toJson_Thing; })()`) as ToJson;
}

test('generated code gives what it gave, on the lines that it stood on', () => {
  const lighter = lightenGenerated(GENERATED);
  expect(lighter).not.toContain('.reduce(');
  expect(lighter.split('\n').slice(2, 4)).toEqual([
    '    const result = {',
    "        'labels': ((obj.labels) === undefined) ? undefined : (__kubewright_defined(obj.labels)),",
  ]);
  const [stock, quick] = [load(GENERATED), load(lighter)];
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '10', '2', 'b', 'a'));
  const labels = fc.dictionary(key, fc.oneof(fc.string(), fc.constant(undefined), fc.constant(null)));
  fc.assert(
    fc.property(fc.option(labels, { nil: undefined }), fc.anything(), (map, name) => {
      const [is, was] = [quick({ labels: map, name }), stock({ labels: map, name })];
      expect(is).toStrictEqual(was);
      expect(Object.entries((is as { labels?: object }).labels ?? {})).toEqual(
        Object.entries((was as { labels?: object }).labels ?? {}),
      );
    }),
  );
});

test('the library that Deployments come from is such code', () => {
  const require = createRequire(__filename);
  const file = join(require.resolve('cdk8s-plus-28'), '..', 'imports', 'k8s.js');
  const code = readFileSync(file, 'utf8');
  const lighter = lightenGenerated(code);
  expect(lighter.split('__kubewright_defined(').length).toBeGreaterThan(400);
});

test('other code stays as it is', () => {
  const code = 'Object.entries(a).reduce((r, i) => ({ ...r, [i[0]]: i[1] }), {});';
  expect(lightenGenerated(code)).toBe(code);
});
