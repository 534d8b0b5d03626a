import { RegistryCredentials } from '../../lib/patterns/registry-credentials';
import { Worker } from '../../lib/patterns/worker';
import { only, synth } from './synth';

describe('RegistryCredentials', () => {
  test('makes the Secret that the kubelet logs in with, and is a pull secret', () => {
    const objects = synth((chart) => {
      const registry = new RegistryCredentials(chart, 'registry', {
        insecurePlainText: { 'ghcr.io': { username: 'reader', password: 'pass', email: 'a@example.com' } },
        patch: { secret: { immutable: true } },
      });
      new Worker(chart, 'w', { image: 'a:1', imagePullSecrets: [registry, 'other'] });
    });
    const { type, data, immutable } = only(objects, 'Secret');
    expect([type, immutable]).toEqual(['kubernetes.io/dockerconfigjson', true]);
    expect(JSON.parse(Buffer.from(data['.dockerconfigjson'] as string, 'base64').toString())).toEqual({
      auths: {
        'ghcr.io': {
          username: 'reader',
          password: 'pass',
          email: 'a@example.com',
          auth: Buffer.from('reader:pass').toString('base64'),
        },
      },
    });
    expect(only(objects, 'Deployment').spec.template.spec.imagePullSecrets).toEqual([
      { name: 'registry' },
      { name: 'other' },
    ]);
  });
});
