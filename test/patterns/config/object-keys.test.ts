import { ObjectKeys } from '../../../lib/patterns/config/object-keys';

describe('the keys of an object', () => {
  const config = new ObjectKeys<'a' | 'b.conf'>('ConfigMap', 'shop.config');
  const secret = new ObjectKeys<'a'>('Secret', 'account');

  test('are variables, one by one or all with a prefix', () => {
    expect(config.key('a').valueFrom).toEqual({ configMapKeyRef: { name: 'shop.config', key: 'a' } });
    expect(secret.key('a', { optional: true }).valueFrom).toEqual({
      secretKeyRef: { name: 'account', key: 'a', optional: true },
    });
    expect(config.envFrom({ prefix: 'P_' }).source).toEqual({
      prefix: 'P_',
      configMapRef: { name: 'shop.config' },
    });
    expect(secret.envFrom({ optional: true }).source).toMatchObject({
      secretRef: { name: 'account', optional: true },
    });
  });

  test('are files, all of them or some under other names', () => {
    expect(config.toVolume()).toMatchObject({
      name: 'shop-config',
      source: { configMap: { name: 'shop.config' } },
    });
    expect(
      secret.volume({
        name: 'v',
        files: { a: { path: 'x/a', mode: 0o400 } },
        defaultMode: 0o440,
        optional: true,
      }),
    ).toMatchObject({
      name: 'v',
      source: {
        secret: {
          secretName: 'account',
          items: [{ key: 'a', path: 'x/a', mode: 0o400 }],
          defaultMode: 0o440,
          optional: true,
        },
      },
    });
    expect(config.volume({ files: { 'b.conf': 'app.conf' } }).source?.configMap?.items).toEqual([
      { key: 'b.conf', path: 'app.conf' },
    ]);
    expect(config.file('b.conf')).toMatchObject({ subPath: 'b.conf', readOnly: true });
  });
});
