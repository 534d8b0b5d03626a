import { type CheckOptions } from '../../../../lib/check/check-options';
import { type JsonObject } from '../../../../lib/model/json-value';
import { found, object, quota } from './workloads';

const definition = (scope: string): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope,
    names: { plural: 'widgets', kind: 'Widget' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
});

/** What K408 says of limits by these names. */
function saysOf(
  names: readonly string[],
  others: readonly JsonObject[] = [],
  options: Partial<CheckOptions> = {},
): readonly string[] {
  const hard = Object.fromEntries(names.map((name) => [name, 4]));
  return found([quota(hard), ...others], options)
    .filter(({ code }) => code === 'K408')
    .map(
      ({ severity, title, help }) =>
        `${severity}: ${/`([^`]*)`(?=,)/.exec(title)?.[1] ?? ''}: ${help.join('; ')}`,
    );
}

describe('names in a quota', () => {
  it('are fine where something counts by them', () => {
    const names = [
      'pods',
      'requests.cpu',
      'requests.hugepages-2Mi',
      'requests.nvidia.com/gpu',
      'count/pods',
      'count/deployments.apps',
      'count/cronjobs.batch',
      'count/leases.coordination.k8s.io',
      'gold.storageclass.storage.k8s.io/requests.storage',
      'gold.storageclass.storage.k8s.io/persistentvolumeclaims',
      'gpu.deviceclass.resource.k8s.io/devices',
      'openshift.io/imagestreams',
    ];
    expect(saysOf(names)).toEqual([]);
  });

  it.each([
    ['count/deployments', 'error: count/deployments: did you mean `count/deployments.apps`?'],
    ['count/Deployment.apps', 'error: count/Deployment.apps: did you mean `count/deployments.apps`?'],
    [
      'count/ingresses.extensions',
      'error: count/ingresses.extensions: did you mean `count/ingresses.networking.k8s.io`?',
    ],
    ['count/pod', 'error: count/pod: did you mean `count/pods`?'],
    ['count/secret', 'error: count/secret: did you mean `count/secrets`?'],
    ['count/nodes', 'error: count/nodes: '],
    ['count/clusterroles.rbac.authorization.k8s.io', 'error: count/clusterroles.rbac.authorization.k8s.io: '],
    ['count/events', 'error: count/events: '],
    ['count/events.events.k8s.io', 'error: count/events.events.k8s.io: '],
    ['nvidia.com/gpu', 'warning: nvidia.com/gpu: did you mean `requests.nvidia.com/gpu`?'],
    ['limits.nvidia.com/gpu', 'warning: limits.nvidia.com/gpu: did you mean `requests.nvidia.com/gpu`?'],
    ['requests.kubernetes.io/cpu', 'warning: requests.kubernetes.io/cpu: '],
    [
      'gold.storageclass.storage.k8s.io/storage',
      'error: gold.storageclass.storage.k8s.io/storage: did you mean `gold.storageclass.storage.k8s.io/requests.storage`?; did you mean `gold.storageclass.storage.k8s.io/persistentvolumeclaims`?',
    ],
  ])('are told of where nothing does: %s', (name, said) => {
    expect(saysOf([name])).toEqual([said]);
  });

  it('of custom resources are looked at where some are known', () => {
    const names = ['count/widgets.example.com', 'count/invoices.example.com', 'count/things.example.org'];
    expect(saysOf(names)).toEqual([]);
    expect(saysOf(names, [definition('Namespaced')])).toEqual([
      'warning: count/invoices.example.com: ',
      'warning: count/things.example.org: ',
    ]);
    expect(saysOf(['count/widget.example.com'], [definition('Namespaced')])).toEqual([
      'warning: count/widget.example.com: did you mean `count/widgets.example.com`?',
    ]);
    expect(saysOf(['count/widgets.example.com'], [definition('Cluster')])).toEqual([
      'error: count/widgets.example.com: ',
    ]);
  });

  it('of classes are looked at where some are known', () => {
    const name = 'fsat.storageclass.storage.k8s.io/requests.storage';
    const fast = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'ebs.csi.aws.com',
    };
    const claim = object('v1', 'PersistentVolumeClaim', 'data', {
      spec: {
        storageClassName: 'fsat',
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1' } },
      },
    });
    expect(saysOf([name])).toEqual([]);
    expect(saysOf([name], [fast])[0]).toMatch(/^error: fsat: did you mean `fast`\?; if something else makes/);
    expect(saysOf(['gold.storageclass.storage.k8s.io/requests.storage'], [fast])[0]).toMatch(
      /^warning: gold: if/,
    );
    // A claim of the class is counted, though no class is there.
    expect(saysOf([name], [fast, claim])).toEqual([]);
  });
});
