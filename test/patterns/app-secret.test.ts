import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppSecret, type AppSecretProps } from '../../lib/patterns/app-secret';
import { Worker } from '../../lib/patterns/worker';
import { names, only, synth, type Synthesized } from './synth';

const secret = (props: AppSecretProps<string, string>): Synthesized =>
  only(
    synth((chart) => new AppSecret(chart, 'account', props)),
    'Secret',
  );

describe('AppSecret', () => {
  test('that exists is referred to by name and key: nothing is rendered for it', () => {
    const objects = synth((chart) => {
      const account = AppSecret.existing('account', ['user', 'password', 'app.properties']);
      new Worker(chart, 'w', {
        image: 'a:1',
        env: { USER: account.key('user'), PASSWORD: account.key('password', { optional: true }) },
        envFrom: [account.envFrom({ prefix: 'ACCOUNT_', optional: true })],
        mounts: {
          '/etc/all': account.volume({ name: 'all', defaultMode: 0o400 }),
          '/etc/app.properties': account.file('app.properties'),
        },
      });
    });
    expect(names(objects)).toEqual(['Deployment w']);
    const pod = only(objects, 'Deployment').spec.template.spec;
    expect(pod.containers[0]).toMatchObject({
      env: [
        { name: 'USER', valueFrom: { secretKeyRef: { name: 'account', key: 'user' } } },
        {
          name: 'PASSWORD',
          valueFrom: { secretKeyRef: { name: 'account', key: 'password', optional: true } },
        },
      ],
      envFrom: [{ prefix: 'ACCOUNT_', secretRef: { name: 'account', optional: true } }],
      volumeMounts: [
        { name: 'all', mountPath: '/etc/all' },
        { name: 'account', mountPath: '/etc/app.properties', subPath: 'app.properties', readOnly: true },
      ],
    });
    expect(pod.volumes).toEqual([
      { name: 'all', secret: { secretName: 'account', defaultMode: 0o400 } },
      { name: 'account', secret: { secretName: 'account' } },
    ]);
  });

  test('renders values only under the explicit word, as data', () => {
    const folder = mkdtempSync(join(tmpdir(), 'app-secret-'));
    writeFileSync(join(folder, 'key'), 'from file');
    try {
      expect(
        secret({
          insecurePlainText: { user: 'häuser' },
          insecurePlainFiles: { key: join(folder, 'key') },
          type: 'Opaque',
          immutable: true,
          defaults: 'none',
        }),
      ).toEqual({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'account' },
        type: 'Opaque',
        immutable: true,
        data: {
          user: Buffer.from('häuser').toString('base64'),
          key: Buffer.from('from file').toString('base64'),
        },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
    // What a program in JavaScript writes under another word stays out.
    const words = { data: { user: 'x' }, stringData: { user: 'x' }, plainText: { user: 'x' } } as object;
    expect(secret(words)).not.toHaveProperty('data');
    expect(JSON.stringify(secret(words))).not.toContain('user');
  });

  test('is named by its content on request', () => {
    const name = (props: AppSecretProps<string, string>): string =>
      secret({ nameByContent: true, ...props }).metadata.name;
    const plain = name({ insecurePlainText: { a: '1' } });
    expect(plain).toMatch(/^account-[0-9a-f]{10}$/);
    expect(name({ insecurePlainText: { a: '1' }, labels: { b: 'c' } })).toBe(plain);
    expect(name({ insecurePlainText: { a: '2' } })).not.toBe(plain);
    expect(name({ insecurePlainText: { a: '1' }, type: 'example.com/x' })).not.toBe(plain);
    expect(name({ insecurePlainText: { a: '1' }, patch: { secret: { stringData: { b: '1' } } } })).not.toBe(
      plain,
    );
  });

  test('refuses a key that is none', () => {
    expect(() => secret({ insecurePlainText: { 'a/b': '1' } })).toThrow(
      "AppSecret 'chart/account': key of the data is 'a/b', which is refused",
    );
  });
});
