import fc from 'fast-check';
import { entriesOf } from '../../../lib/render/entry';
import { defaultObjectFileName, objectFileName } from '../../../lib/render/layouts/object-file-name';
import { type Manifest } from '../../../lib/model/manifest';
import { chart, manifest, renderErrorOf } from '../inputs';

const nameOf = (object: Manifest, name = defaultObjectFileName()): string =>
  entriesOf({ charts: [chart('web', object)] }).map(name)[0] ?? '';

describe('file names of objects', () => {
  it.each([
    [manifest('Deployment', 'shop/web'), 'shop_apps_v1_Deployment_web.yaml'],
    [manifest('ConfigMap', 'shop/web.conf'), 'shop_core_v1_ConfigMap_web.conf.yaml'],
    [manifest('Namespace', 'shop'), 'core_v1_Namespace_shop.yaml'],
    [manifest('ClusterRole', 'reader'), 'rbac.authorization.k8s.io_v1_ClusterRole_reader.yaml'],
  ])('are made of the identity', (object, expected) => {
    expect(nameOf(object)).toBe(expected);
  });

  it('follow a template, with folders', () => {
    const template = objectFileName('{chart}/{namespace}/{kind}-{name}.yml');
    expect(nameOf(manifest('Deployment', 'shop/web'), template)).toBe('web/shop/Deployment-web.yml');
    expect(nameOf(manifest('ClusterRole', 'web'), template)).toBe('web/_cluster/ClusterRole-web.yml');
  });

  it.each([
    ['{namespace}_{nam}.yaml', 'has the unknown field `nam`', '{namespace}, {group}, {version}'],
    ['{namespace_{name}.yaml', 'has a stray brace', '{namespace}'],
    ['{name}', 'does not end in `.yaml`', '.yaml'],
    ['../{name}.yaml', 'is not a relative path', '..'],
    ['/{name}.yaml', 'is not a relative path', '..'],
  ])('refuse the template %s', (template, title, help) => {
    const { problems } = renderErrorOf(() => objectFileName(template));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.title).toContain(title);
    expect(problems[0]?.help).toContain(help);
  });

  it('report every mistake of a template', () => {
    expect(renderErrorOf(() => objectFileName('{a}/{b}')).problems).toHaveLength(3);
  });

  it('keep apart what differs in case, in characters that files cannot have, and at the end', () => {
    const long = 'a'.repeat(250);
    const names = ['system:node', 'system-node', 'Reader', 'reader', 'READER', `${long}x`, `${long}y`];
    const files = names.map((name) => nameOf(manifest('ClusterRole', name)).toLowerCase());
    expect(new Set(files).size).toBe(names.length);
    expect(files[1]).toBe('rbac.authorization.k8s.io_v1_clusterrole_system-node.yaml');
    expect(Math.max(...files.map((file) => file.length))).toBe(255);
  });

  it('do not change with what else is rendered', () => {
    const object = manifest('ClusterRole', 'Reader');
    const input = { charts: [chart('web', manifest('ClusterRole', 'reader'), object)] };
    const [, together] = entriesOf(input).map(defaultObjectFileName());
    expect(together).toBe(nameOf(object));
  });

  const text = fc.oneof(
    fc.constantFrom(
      'con',
      'NUL',
      'aux.x',
      'com1',
      '..',
      '.',
      '',
      '-',
      'a/b',
      'a:b',
      'a b',
      'ä',
      'a.',
      '\u0000',
    ),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.stringMatching(/^[a-cA-C.:-]{1,4}$/),
  );
  const safe = (file: string): boolean =>
    file
      .split('/')
      .every(
        (part) =>
          Buffer.byteLength(part) <= 255 &&
          /^[A-Za-z0-9_=@+][A-Za-z0-9._=@+-]*$/.test(part) &&
          !part.endsWith('.') &&
          !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part),
      );

  it.each(['{namespace}_{group}_{version}_{kind}_{name}.yaml', '{namespace}/{name}.yml'])(
    'are safe on every file system, and never the same for two names: %s',
    (template) => {
      const name = objectFileName(template);
      fc.assert(
        fc.property(text, text, text, text, (a, b, c, d) => {
          const [one, two] = [
            [a, b],
            [c, d],
          ].map(([namespace = '', own = '']) =>
            nameOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name: own } }, name),
          );
          expect([one, safe(one ?? '')]).toEqual([one, true]);
          expect([two, safe(two ?? '')]).toEqual([two, true]);
          if (a !== c || b !== d) expect(one?.toLowerCase()).not.toBe(two?.toLowerCase());
        }),
        { numRuns: 500 },
      );
    },
  );
});
