import { podField, resourceField } from '../../../lib/patterns/pod/env';
import { container } from './pod';

describe('environment variables', () => {
  test('tell facts about the pod and its resources', () => {
    expect(
      container({
        env: {
          NAME: podField('metadata.name'),
          LABEL: podField("metadata.labels['app.kubernetes.io/name']"),
          CPU: resourceField('limits.cpu', { divisor: '1m' }),
          MEMORY: resourceField('requests.memory', { container: 'other', divisor: '1Mi' }),
          DISK: resourceField('limits.ephemeral-storage'),
        },
      }).env,
    ).toEqual([
      { name: 'NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'LABEL', valueFrom: { fieldRef: { fieldPath: "metadata.labels['app.kubernetes.io/name']" } } },
      { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } } },
      {
        name: 'MEMORY',
        valueFrom: {
          resourceFieldRef: { resource: 'requests.memory', containerName: 'other', divisor: '1Mi' },
        },
      },
      { name: 'DISK', valueFrom: { resourceFieldRef: { resource: 'limits.ephemeral-storage' } } },
    ]);
  });
});
