import { check } from '../../../../lib/check/check';
import { exampleObjects } from '../../../../lib/check/example/example-objects';
import { ObjectSet } from '../../../../lib/model/object-set';
import { checkManifests } from '../../manifests';

const found = (text: string, code: string) => checkManifests(text).filter((each) => each.code === code);
const map = (rest: string, namespace = ', namespace: shop'): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web${namespace} }\n${rest}\n---\n`;
const pod = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web, ${container} }] }\n---\n`;

describe('two objects of one identity', () => {
  test('are told at the later one, with what they differ in', () => {
    const [first, ...more] = found(map('data: { a: b }') + map('data: { a: c, d: e }'), 'K331');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      severity: 'error',
      title: 'ConfigMap `shop/web` is there twice, and the two differ',
      notes: ['they differ in `data.a`, `data.d`', 'an apply overwrites the earlier one by this one'],
    });
    expect(first?.spans).toMatchObject([{ line: 8 }, { line: 3 }]);
  });

  test('are each told once, however many there are', () => {
    const text = ['a', 'b', 'c'].map((value) => map(`data: { a: ${value} }`)).join('');
    expect(found(text, 'K331')).toHaveLength(2);
  });

  test('are the same in another version and with the namespace left out', () => {
    const cron = (version: string, metadata: string): string =>
      `apiVersion: batch/${version}\nkind: CronJob\nmetadata: { ${metadata} }\n---\n`;
    const [first] = found(cron('v1', 'name: a') + cron('v1beta1', 'name: a, namespace: default'), 'K331');
    expect(first).toMatchObject({
      severity: 'info',
      notes: ['both are equal: one is superfluous', 'without a namespace an object is in `default`'],
    });
    expect(found(cron('v1', 'name: a') + cron('v1', 'name: a, namespace: b'), 'K331')).toEqual([]);
  });

  test('stay as the earlier one says where a field may not change', () => {
    const refused = (a: string, b: string) => found(pod(a) + pod(b), 'K331')[0]?.notes[1];
    expect(refused('image: "a:1"', 'image: "a:2"')).toBe('an apply overwrites the earlier one by this one');
    expect(refused('image: "a:1"', 'image: "a:1", tty: true')).toBe(
      'an apply refuses this one, as `spec.containers` may not change, and the earlier one stays',
    );
  });

  test('are told of once for a file that has many objects in common with others', () => {
    const objects = (file: string, count: number, value: string) =>
      exampleObjects(
        Array.from({ length: count }, (_, index) =>
          map(`data: { a: ${index === 2 ? value : 'b'} }`).replace('name: web', `name: web-${index}`),
        ).join(''),
        file,
      );
    const twice = (count: number) =>
      check(new ObjectSet([...objects('a.yaml', count, 'b'), ...objects('b.yaml', count, 'c')])).filter(
        ({ code }) => code === 'K331',
      );
    expect(twice(3)).toHaveLength(3);
    expect(twice(9)).toMatchObject([
      {
        severity: 'error',
        title: 'ConfigMap `shop/web-2` is there twice, and the two differ',
        notes: [
          'they differ in `data.a`',
          'an apply overwrites the earlier one by this one',
          '8 more objects of this file are in others too, all equal',
        ],
        help: [
          'if the files are alternatives, or one is made of the others: check each for itself',
          'give one of them another name or namespace, or remove the one that is not meant',
        ],
      },
    ]);
  });

  test('are none where the server makes the names', () => {
    const job = `apiVersion: batch/v1
kind: Job
metadata: { generateName: report-, namespace: shop }
spec:
  template:
    spec: { restartPolicy: Never, containers: [{ name: web, image: 'example.com/web' }] }
---
`;
    const titles = checkManifests(job + job).map(({ code, title }) => `${code} ${title}`);
    expect(titles).toContain(
      'K601 container `web` of Job `shop/report-*` may run another program at every start',
    );
    expect(titles.filter((title) => title.startsWith('K3'))).toEqual([]);
  });

  test('may be hooks', () => {
    const hook = (value: string): string =>
      map(`data: { a: ${value} }`, ', annotations: { helm.sh/hook: pre-install }');
    expect(found(hook('b') + hook('c'), 'K331')).toEqual([]);
  });
});

describe('a Namespace', () => {
  const namespace = (name: string): string =>
    `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name} }\n---\n`;

  test('is missed only where the set makes others, once', () => {
    expect(found(map('data: {}'), 'K315')).toEqual([]);
    const [first, ...more] = found(namespace('shpo') + map('data: {}') + pod('image: "a:1"'), 'K315');
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      severity: 'warning',
      title: 'ConfigMap `shop/web` goes into the Namespace `shop`, which is not there',
      notes: [
        'the set makes other Namespaces, but not this one; without it the API server refuses: namespaces "shop" not found',
        '1 more object of the set goes into it',
      ],
      help: [
        'did you mean `shpo`?',
        "if something else makes this Namespace: declare it in kubewright.config.ts, external: { objects: [{ kind: 'Namespace', name: 'shop' }] }",
      ],
    });
  });

  test('may be one of those that are always there', () => {
    expect(found(namespace('a') + map('', ', namespace: kube-system') + map('', ''), 'K315')).toEqual([]);
  });
});
