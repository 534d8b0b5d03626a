import { check } from '../../lib/check/check';
import { type CheckOptions } from '../../lib/check/check-options';
import { RULES } from '../../lib/check/rules/index.gen';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { type Diagnostic, isFileSpan } from '../../lib/diagnostics/diagnostic';
import { ObjectSet } from '../../lib/model/object-set';

/** What is found in files, by their names. */
function found(
  files: Readonly<Record<string, string>>,
  code: string,
  options?: CheckOptions,
): readonly Diagnostic[] {
  const objects = Object.entries(files).flatMap(([name, text]) => exampleObjects(text, name));
  return check(new ObjectSet(objects), options).filter((each) => each.code === code);
}

const filesOf = ({ spans }: Diagnostic): readonly string[] =>
  spans.flatMap((span) => (isFileSpan(span) ? [span.file] : []));

const pod = (secret: string, name = 'name: web', more = ''): string => `apiVersion: v1
kind: Pod
metadata: { ${name}, namespace: shop }
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ${more}
      envFrom: [{ secretRef: { name: ${secret} } }]
`;

test('what is found alike of copies is told once, at the first, with the places of the others', () => {
  const [one, ...more] = found({ 'b.yaml': pod('db'), 'a.yaml': pod('db'), 'c.yaml': pod('db') }, 'K307');
  expect(more).toEqual([]);
  expect(one && filesOf(one)).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  expect(one?.spans[1]?.label).toBe('the same in another copy of it');
});

test('of many copies a few are shown and the others counted', () => {
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.yaml`, pod('db')]));
  const [one, ...more] = found(files, 'K307');
  expect(more).toEqual([]);
  expect(one && filesOf(one)).toEqual(['0.yaml', '1.yaml', '2.yaml', '3.yaml']);
  expect(one?.notes.at(-1)).toBe('it is the same in 5 more copies of it');
});

test('what one copy has alone, or has otherwise, is told of it', () => {
  expect(found({ 'a.yaml': pod('db'), 'b.yaml': pod('cache') }, 'K307')).toHaveLength(2);
  const shifted = pod('db', 'name: web', 'env: [{ name: A, value: b }]').replace(
    '- name: web\n',
    '- name: app\n',
  );
  expect(found({ 'a.yaml': pod('db'), 'b.yaml': shifted }, 'K307')).toHaveLength(2);
  const mended = pod('db').replace('envFrom', 'args');
  expect(found({ 'a.yaml': mended, 'b.yaml': pod('db') }, 'K307').map(filesOf)).toEqual([['b.yaml']]);
});

test('other objects are others: of another name or namespace, or whose names the server makes', () => {
  expect(found({ 'a.yaml': pod('db'), 'b.yaml': pod('db', 'name: app') }, 'K307')).toHaveLength(2);
  const elsewhere = pod('db').replace('namespace: shop', 'namespace: team');
  expect(found({ 'a.yaml': pod('db'), 'b.yaml': elsewhere }, 'K307')).toHaveLength(2);
  const generated = pod('db', 'generateName: web-');
  expect(found({ 'a.yaml': generated, 'b.yaml': generated }, 'K307')).toHaveLength(2);
});

test('a copy that settings silence by its file leaves the finding to the others', () => {
  const paths = [{ files: ['a.yaml'], severities: { K307: 'off' as const } }];
  expect(found({ 'a.yaml': pod('db'), 'b.yaml': pod('db') }, 'K307', { paths }).map(filesOf)).toEqual([
    ['b.yaml'],
  ]);
});

test('objects of another group are no copies', () => {
  const deployment = (group: string, label: string): string => `apiVersion: ${group}/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: { ${label} } }
`;
  const label = '"a b": c';
  const files = {
    'a.yaml': deployment('apps', label),
    'b.yaml': deployment('apps', label),
    'c.yaml': deployment('example.com', label),
  };
  expect(found(files, 'K201').map(filesOf)).toEqual([['a.yaml'], ['b.yaml'], ['c.yaml']]);
});

test('the other place that each copy has is kept', () => {
  const [rule] = RULES.filter(({ code }) => code === 'K406');
  const [{ manifests } = { manifests: '' }] = rule?.bad ?? [];
  const [one, ...more] = found({ 'a.yaml': manifests, 'b.yaml': manifests }, 'K406');
  expect(more).toEqual([]);
  const places = (spans: Diagnostic['spans'] = []): readonly string[] =>
    spans.flatMap((span) => (isFileSpan(span) ? [`${span.file}:${span.line}`] : []));
  const [alone] = found({ 'a.yaml': manifests }, 'K406');
  const [first, ...others] = places(alone?.spans);
  const inCopy = others.map((place) => place.replace('a.yaml', 'b.yaml'));
  expect(places(one?.spans)).toEqual(expect.arrayContaining([first, ...others, ...inCopy]));
  expect(inCopy).not.toEqual([]);
});
