import { Chart, Testing } from 'cdk8s';
import { checkSource } from '../../lib/jest/check-source';
import { AppConfig } from '../../lib/patterns/app-config';
import { AppSecret } from '../../lib/patterns/app-secret';
import { Volume } from '../../lib/patterns/pod/volume';
import { WebService } from '../../lib/patterns/web-service';
import { Worker } from '../../lib/patterns/worker';
import { existingIn } from '../../lib/source/existing-objects';

const database = AppSecret.existing('database', ['password']);
const MISSING = ['K303', 'K306', 'K307', 'K308', 'K309', 'K311'];

function chart(namespace?: string): Chart {
  return new Chart(Testing.app(), 'shop', namespace === undefined ? {} : { namespace });
}

function missing(scope: Chart): readonly string[] {
  return checkSource(scope).flatMap(({ code, title }) => (MISSING.includes(code) ? title : []));
}

describe('what is said to exist', () => {
  test.each([undefined, 'shop'])('is missing to no rule where it is used (namespace %s)', (namespace) => {
    const scope = chart(namespace);
    new Worker(scope, 'mailer', {
      image: 'example.com/mailer:1.0.0',
      env: { PASSWORD: database.key('password') },
      envFrom: [AppConfig.existing('settings').envFrom()],
      mounts: {
        '/data': Volume.existingClaim('data', 'mailer-data'),
        '/tls': AppSecret.existing('tls').volume(),
      },
      imagePullSecrets: [AppSecret.existing('registry')],
    });
    expect(missing(scope)).toEqual([]);
    expect(existingIn(scope).map(({ kind, name, namespace: of }) => [kind, of, name])).toEqual(
      expect.arrayContaining([
        ['Secret', namespace, 'database'],
        ['ConfigMap', namespace, 'settings'],
        ['PersistentVolumeClaim', namespace, 'mailer-data'],
        ['Secret', namespace, 'tls'],
        ['Secret', namespace, 'registry'],
      ]),
    );
  });

  test('may be a certificate', () => {
    const scope = chart('shop');
    new WebService(scope, 'web', {
      image: 'example.com/web:1.0.0',
      ports: { http: 8080 },
      ingress: {
        hosts: { 'shop.example.com': 'http' },
        tls: [
          { secret: AppSecret.existing('shop-tls') },
          { secret: 'other-tls', hosts: ['shop.example.com'] },
        ],
      },
    });
    const titles = checkSource(scope).flatMap(({ code, title }) => (code === 'K316' ? title : []));
    expect(titles).toEqual([expect.stringContaining('`other-tls`')]);
  });

  test('is so in the namespace of its user only, and not for what is named by a text', () => {
    const scope = chart('shop');
    const image = 'example.com/mailer:1.0.0';
    new Worker(scope, 'mailer', {
      image,
      env: { PASSWORD: database.key('password') },
      imagePullSecrets: ['registry'],
    });
    new Worker(scope, 'other', {
      image,
      namespace: 'other',
      patch: {
        deployment: {
          spec: {
            template: {
              spec: { containers: [{ name: 'other', envFrom: [{ secretRef: { name: 'database' } }] }] },
            },
          },
        },
      },
    });
    expect([...missing(scope)].sort()).toEqual([
      'Deployment `other/other` takes variables from the Secret `database`, which is not there',
      'Deployment `shop/mailer` pulls images with the Secret `registry`, which is not there',
    ]);
  });

  test('is held to its keys if it is in the set after all', () => {
    const scope = chart('shop');
    new AppSecret(scope, 'database', { insecurePlainText: { user: 'shop' } });
    new Worker(scope, 'mailer', {
      image: 'example.com/mailer:1.0.0',
      env: { PASSWORD: database.key('password') },
    });
    expect(missing(scope)).toEqual([expect.stringContaining('`password`')]);
  });
});
