import { type JsonObject } from '../../../lib/model/json-value';
import { type Manifest } from '../../../lib/model/manifest';
import { diffObjects } from '../../../lib/render/diff/diff-objects';
import { renderDiffJson } from '../../../lib/render/diff/render-diff-json';
import { renderDiffMarkdown } from '../../../lib/render/diff/render-diff-markdown';
import { renderDiffText } from '../../../lib/render/diff/render-diff-text';

const manifest = (
  apiVersion: string,
  kind: string,
  name: string,
  content: JsonObject = {},
  namespace = 'shop',
): Manifest => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  ...content,
});
const deployment = (image: string, app = 'web', replicas = 2): Manifest =>
  manifest('apps/v1', 'Deployment', 'web', {
    spec: {
      replicas,
      selector: { matchLabels: { app } },
      template: { metadata: { labels: { app } }, spec: { containers: [{ name: 'web', image }] } },
    },
  });
const config = (name: string, data: Record<string, string>, namespace = 'shop'): Manifest =>
  manifest('v1', 'ConfigMap', name, { data }, namespace);

describe('the objects in which two renders differ', () => {
  test('are none for equal sets in another order', () => {
    const objects = [deployment('web:1'), config('a', { x: '1' })];
    expect(diffObjects(objects, [...structuredClone(objects)].reverse())).toEqual([]);
  });

  test('keep their identity over versions of their API', () => {
    const before = manifest('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'web');
    const [change] = diffObjects([before], [{ ...before, apiVersion: 'autoscaling/v2' }]);
    expect(change).toMatchObject({ change: 'changed', fields: [{ path: 'apiVersion' }] });
  });

  test('restart pods if the template changes, and only then', () => {
    expect(diffObjects([deployment('web:1')], [deployment('web:2')])).toMatchObject([{ restartsPods: true }]);
    expect(diffObjects([deployment('web:1')], [deployment('web:1', 'web', 3)])).toMatchObject([
      { restartsPods: false },
    ]);
    const job = (image: string): Manifest =>
      manifest('batch/v1', 'CronJob', 'job', {
        spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: 'a', image }] } } } } },
      });
    expect(diffObjects([job('a:1')], [job('a:2')])).toMatchObject([{ restartsPods: false }]);
  });

  test('say what an apply refuses', () => {
    const [change] = diffObjects([deployment('web:1', 'web')], [deployment('web:1', 'shop')]);
    expect(change).toMatchObject({
      fields: [
        {
          path: 'spec.selector.matchLabels.app',
          refused: { reason: 'the selector of a workload is immutable' },
        },
        { path: 'spec.template.metadata.labels.app' },
      ],
    });
  });

  test('are renamed or moved if their content stays', () => {
    const data = { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' };
    expect(diffObjects([config('old', data)], [config('new', { ...data, a: '9' })])).toMatchObject([
      {
        change: 'renamed',
        before: { metadata: { name: 'old' } },
        fields: [{ path: 'metadata.name' }, { path: 'data.a' }],
      },
    ]);
    expect(diffObjects([config('a', data)], [config('a', data, 'web')])).toMatchObject([
      { change: 'renamed', fields: [{ path: 'metadata.namespace' }] },
    ]);
    expect(
      diffObjects([config('old', data)], [config('new', { z: '9' })]).map(({ change }) => change),
    ).toEqual(['added', 'removed']);
  });

  test('are found in thousands of renamed objects', () => {
    const objects = (prefix: string): Manifest[] =>
      Array.from({ length: 3000 }, (_, index) =>
        config(`${prefix}-${index}`, { index: String(index % 1500) }),
      );
    const changes = diffObjects(objects('a'), objects('b'));
    expect(changes).toHaveLength(3000);
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['renamed']));
  });
});

describe('the ways to show them', () => {
  const secret = (password: string): Manifest => manifest('v1', 'Secret', 'db', { data: { password } });
  const before = [
    deployment('web:1', 'web'),
    config('settings', { 'app.conf': 'a = 1\nb = 2\nc = 3\nd = 4\n', LEVEL: 'info' }),
    config('gone', { x: '`1`' }),
    secret('b2xk'),
  ];
  const after = [
    deployment('web:2', 'shop', 3),
    config('settings', { 'app.conf': 'a = 1\nb = 2\nc = 4\nd = 4\n', LEVEL: 'info', MODE: 'fast' }),
    manifest('v1', 'Service', 'web', { spec: { ports: [{ port: 80 }] } }),
    secret('bmV3'),
  ];
  const changes = diffObjects(before, after);

  test('text', () => expect(renderDiffText(changes)).toMatchSnapshot());
  test('text, painted', () =>
    expect(renderDiffText(changes.slice(0, 1), (role, text) => `<${role}>${text}</>`)).toMatchSnapshot());
  test('Markdown', () => expect(renderDiffMarkdown(changes)).toMatchSnapshot());
  test('JSON', () => expect(JSON.parse(renderDiffJson(changes))).toMatchSnapshot());

  test.each([renderDiffText, renderDiffMarkdown, renderDiffJson])(
    'show no value of a Secret: %p',
    (render) => {
      expect(render(changes)).not.toMatch(/b2xk|bmV3/);
    },
  );

  test('keep a comment within what a forge takes', () => {
    const many = diffObjects([], []).concat(
      Array.from({ length: 5000 }, (_, index) => ({
        change: 'added' as const,
        after: config(`c-${index}`, {}),
      })),
    );
    const text = renderDiffMarkdown(many);
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/and \d+ more objects/);
  });

  test('say that nothing changed', () => expect(renderDiffText([])).toBe('no changes\n'));
});
