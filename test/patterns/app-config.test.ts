import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppConfig, type AppConfigProps } from '../../lib/patterns/app-config';
import { Worker } from '../../lib/patterns/worker';
import { only, synth, type Synthesized } from './synth';

const config = (props: AppConfigProps<string, string>): Synthesized =>
  only(
    synth((chart) => new AppConfig(chart, 'shop.config', props)),
    'ConfigMap',
  );

describe('AppConfig', () => {
  const folder = mkdtempSync(join(tmpdir(), 'app-config-'));
  const text = join(folder, 'text');
  const bytes = join(folder, 'bytes');
  writeFileSync(text, 'häuser\n');
  writeFileSync(bytes, Buffer.from([0xff, 0xfe, 0x00]));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('makes a ConfigMap of literals, text files and binary files', () => {
    expect(config({ data: { A: '1' }, files: { 'a.txt': text, 'a.bin': bytes }, immutable: true })).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'shop.config', labels: { 'app.kubernetes.io/name': 'shop.config' } },
      immutable: true,
      data: { A: '1', 'a.txt': 'häuser\n' },
      binaryData: { 'a.bin': '//4A' },
    });
    expect(config({ defaults: 'none' })).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'shop.config' },
    });
  });

  test('is named by its content: the name changes with it, and only then', () => {
    const name = (props: AppConfigProps<string, string>): string =>
      config({ nameByContent: true, ...props }).metadata.name;
    const plain = name({ data: { A: '1', B: '2' } });
    expect(plain).toMatch(/^shop\.config-[0-9a-f]{10}$/);
    expect(config({ data: { A: '1' }, nameByContent: true }).immutable).toBe(true);
    const same: AppConfigProps<string, string>[] = [
      { data: { B: '2', A: '1' } },
      { data: { A: '1', B: '2' }, labels: { a: 'b' } },
      { data: { A: '1', B: '2' }, patch: { configMap: { metadata: { annotations: { a: 'b' } } } } },
      { data: { A: '1', B: '3' }, patch: { configMap: { data: { B: '2' } } } },
    ];
    expect(same.map(name)).toEqual(same.map(() => plain));
    const other: AppConfigProps<string, string>[] = [
      { data: { A: '1', B: '3' } },
      { data: { A: '1', C: '2' } },
      { data: { A: '1', B: '2' }, files: { f: bytes } },
      { data: { A: '1', B: '2' }, patch: { configMap: { data: { B: '4' } } } },
    ];
    expect(new Set([plain, ...other.map(name)]).size).toBe(other.length + 1);
  });

  test('rolls out the pods that use it, under a volume name that stays', () => {
    const spec = (value: string): Synthesized =>
      only(
        synth((chart) => {
          const settings = new AppConfig(chart, 'settings', { data: { A: value }, nameByContent: true });
          new Worker(chart, 'w', {
            image: 'a:1',
            env: { A: settings.key('A') },
            mounts: { '/etc/a': settings },
          });
        }),
        'Deployment',
      ).spec.template.spec;
    const one = spec('1');
    expect(one).not.toEqual(spec('2'));
    const { name } = one.containers[0].env[0].valueFrom.configMapKeyRef;
    expect(one.volumes).toEqual([{ name: 'settings', configMap: { name } }]);
  });

  test.each([
    [{ data: { 'A B': '1' } }, "key of the data is 'A B', which is refused: a valid config key"],
    [{ data: { A: 'x'.repeat(1024 * 1024 + 1) } }, 'data and files come to 1048577 bytes'],
    [{ files: { f: join(folder, 'none') } }, "files['f'] names a file that cannot be read: "],
    [{ data: { f: '1' }, files: { f: text } }, "files['f'] is a key of `data` too"],
  ])('refuses what cannot be a ConfigMap (%#)', (props, message) => {
    expect(() => config(props)).toThrow(`AppConfig 'chart/shop.config': ${message}`);
  });

  test('refuses to be used by a pod of another namespace', () => {
    const use = (how: 'env' | 'envFrom' | 'mounts') => () =>
      synth(
        (chart) => {
          const settings = new AppConfig(chart, 'settings', { data: { A: '1' }, namespace: 'other' });
          new Worker(chart, 'w', {
            image: 'a:1',
            ...(how === 'env' && { env: { A: settings.key('A') } }),
            ...(how === 'envFrom' && { envFrom: [settings.envFrom()] }),
            ...(how === 'mounts' && { mounts: { '/a': settings } }),
          });
        },
        { namespace: 'web' },
      );
    const problem = "takes ConfigMap 'settings' of namespace 'other', which the pod is not in";
    expect(use('env')).toThrow(`Worker 'chart/w': env.A ${problem}`);
    expect(use('envFrom')).toThrow(`envFrom ${problem}`);
    expect(use('mounts')).toThrow(`mounts['/a'] ${problem}`);
  });

  test('stands for a ConfigMap that is made elsewhere without rendering anything', () => {
    const existing = AppConfig.existing('shared', ['A']);
    expect(existing.key('A').valueFrom).toEqual({ configMapKeyRef: { name: 'shared', key: 'A' } });
    expect(existing.name).toBe('shared');
  });
});
