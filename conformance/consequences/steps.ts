/** What is done to an example before its consequence shows. */
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { podsRun } from './observers';
import { type Scene, type Stored } from './scene';

/** Gives every role of the example to a user who has the name of the example. */
export async function bindRoles(scene: Scene): Promise<void> {
  const subjects = [{ kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: scene.name }];
  for (const { kind, metadata } of scene.objects.filter((each) => /^(Cluster)?Role$/.test(each.kind))) {
    const roleRef = { kind, apiGroup: 'rbac.authorization.k8s.io', name: metadata?.name };
    const isRole = kind === 'Role';
    await scene.create({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: isRole ? 'RoleBinding' : 'ClusterRoleBinding',
      metadata: { name: scene.name, ...(isRole && { namespace: metadata?.namespace ?? scene.namespace }) },
      subjects,
      roleRef,
    });
  }
  // The authorizer learns of bindings by a watch.
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

/** Makes the Jobs of CronJobs at once: nobody waits for their hour. */
export async function runCronJobs(scene: Scene): Promise<void> {
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 10_000);
  for (const { metadata, spec } of scene.ofKind('CronJob')) {
    const template = (spec as { jobTemplate: { spec: object } }).jobTemplate;
    await scene.create({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'now', namespace: metadata?.namespace },
      spec: template.spec,
    } as ApiObject);
  }
}

/** Sets the replicas that an autoscaler sets under load. */
export async function scaleToMaximum(scene: Scene): Promise<void> {
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 15_000);
  const [autoscaler] = scene.ofKind('HorizontalPodAutoscaler');
  const replicas = (autoscaler?.spec as { maxReplicas: number } | undefined)?.maxReplicas;
  for (const each of scene.ofKind('Deployment')) await scene.patch(each, { spec: { replicas } });
}

/** Rolls all out once more, Deployments with so little patience (s) that a standstill shows. */
export function rollOut(progressDeadlineSeconds: number, wait = 20_000): (scene: Scene) => Promise<void> {
  return async (scene) => {
    await scene.settles(async () => (await podsRun(scene)) !== undefined, wait);
    const template = { metadata: { annotations: { changed: 'yes' } } };
    for (const each of scene.ofKind('Deployment'))
      await scene.patch(each, { spec: { progressDeadlineSeconds, template } });
    for (const each of scene.ofKind('DaemonSet')) await scene.patch(each, { spec: { template } });
  };
}

/** Rolls everything out once more, with pods that do not get ready: there the rollout stays where it is worst. */
export async function rollOutUnready(scene: Scene): Promise<void> {
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 20_000);
  const template = { metadata: { annotations: { 'judge.kubewright.dev/ready': 'false' } } };
  for (const each of [...scene.ofKind('Deployment'), ...scene.ofKind('StatefulSet')])
    await scene.patch(each, { spec: { template } });
}

/** Lets every Pod be unready for a moment. */
export async function blink(scene: Scene): Promise<void> {
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 5000);
  for (const ready of ['false', 'true']) {
    for (const pod of scene.ofKind('Pod'))
      await scene.patch(pod, { metadata: { annotations: { 'judge.kubewright.dev/ready': ready } } });
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Has the cluster serve `metrics.k8s.io`, as metrics-server does, of what {@link measure} writes. */
export async function serveMetrics(judge: Judge): Promise<void> {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  await judge.create({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: 'pods.metrics.k8s.io',
      annotations: { 'api-approved.kubernetes.io': 'unapproved, stands in for metrics-server' },
    },
    spec: {
      group: 'metrics.k8s.io',
      scope: 'Namespaced',
      names: { kind: 'PodMetrics', listKind: 'PodMetricsList', plural: 'pods', singular: 'pod' },
      versions: [{ name: 'v1beta1', served: true, storage: true, schema }],
    },
  });
  const path = '/apis/metrics.k8s.io/v1beta1/namespaces/default/pods';
  await judge.until('metrics', async () => (await judge.get(path)).code === 200, 20_000);
}

/** Says of every pod that each of its containers uses 50m of cpu and 50Mi of memory. */
export async function measure(scene: Scene): Promise<void> {
  interface WithContainers extends Stored {
    readonly spec: { readonly containers: readonly { readonly name: string }[] };
  }
  await scene.settles(async () => (await podsRun(scene)) !== undefined, 10_000);
  const timestamp = new Date().toISOString();
  for (const { metadata, spec } of await scene.list<WithContainers>('api/v1', 'pods')) {
    const { name, namespace = '', labels = {} } = metadata;
    await scene.create({
      apiVersion: 'metrics.k8s.io/v1beta1',
      kind: 'PodMetrics',
      metadata: { name, namespace, labels },
      timestamp,
      window: '0s',
      containers: spec.containers.map((each) => ({
        name: each.name,
        usage: { cpu: '50m', memory: '50Mi' },
      })),
    });
  }
}

/** Makes a claim of each StorageClass of the example. */
export async function claimEachClass(scene: Scene): Promise<void> {
  for (const { metadata } of scene.ofKind('StorageClass'))
    await claim(scene, `of-${metadata?.name ?? ''}`, metadata?.name);
}

/** Makes a claim that names no class, then the older StorageClass anew, then another such claim. */
export async function claimTwice(scene: Scene): Promise<void> {
  await claim(scene, 'a', undefined);
  // The newest counts, by seconds.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const [first] = scene.ofKind('StorageClass');
  if (first === undefined) return;
  const [a] = await scene.list<Stored & { readonly spec: { readonly storageClassName?: string } }>(
    'api/v1',
    'persistentvolumeclaims',
  );
  const anew =
    scene.ofKind('StorageClass').find(({ metadata }) => metadata?.name !== a?.spec.storageClassName) ?? first;
  await scene.judge.request('DELETE', await scene.path(anew));
  await scene.create(anew);
  // Admission learns of classes by a watch.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await claim(scene, 'b', undefined);
}

async function claim(scene: Scene, name: string, storageClassName: string | undefined): Promise<void> {
  await scene.create({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, namespace: scene.namespace },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      ...(storageClassName !== undefined && { storageClassName }),
    },
  });
}

/** Has two devices of the class that examples ask for on each node, as a driver does. */
export async function provideDevices({ judge }: Scene): Promise<void> {
  const [apiVersion, driver] = ['resource.k8s.io/v1', 'gpu.example.com'];
  await judge.create({ apiVersion, kind: 'DeviceClass', metadata: { name: driver }, spec: {} });
  for (const nodeName of ['node-1', 'node-2', 'node-3']) {
    await judge.create({
      apiVersion,
      kind: 'ResourceSlice',
      metadata: { name: `${nodeName}-gpu` },
      spec: {
        driver,
        nodeName,
        pool: { name: nodeName, generation: 1, resourceSliceCount: 1 },
        devices: [{ name: 'gpu-0' }, { name: 'gpu-1' }],
      },
    });
  }
}
