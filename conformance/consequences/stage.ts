/** Puts an example on a judge, and takes it away again. */
import { exampleObjects } from '../../lib/check/example/example-objects';
import { type RuleExample } from '../../lib/check/rule-example';
import { type JsonObject } from '../../lib/model/json-value';
import { type ApiObject } from '../api';
import { type Judge } from '../judge';
import { type Consequence } from './consequence';
import { moveNamespaces } from './move';
import { Scene, type Stored } from './scene';

/** Namespaces that every cluster has stay themselves. */
const SYSTEM = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

/** What others need goes before them; the rest comes as the example has it. */
const FIRST = [
  'Namespace',
  'CustomResourceDefinition',
  'Node',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'PersistentVolume',
  'LimitRange',
  'ResourceQuota',
  'ServiceAccount',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
];

/** Kinds that live in no namespace, of those that the server knows. */
export async function clusterScopedKinds(judge: Judge): Promise<ReadonlySet<string>> {
  const { stdout } = await judge.kubectl(['api-resources', '--namespaced=false', '--no-headers']);
  return new Set(stdout.split('\n').flatMap((line) => line.trim().split(/\s+/).at(-1) ?? []));
}

/** An example with namespaces that begin with a name of its own. Nothing is created yet. */
export function prepare(
  judge: Judge,
  { manifests, before }: RuleExample,
  name: string,
  index: number,
  clusterScoped: ReadonlySet<string>,
): Scene {
  const read = (text: string): readonly JsonObject[] =>
    exampleObjects(text, 'example.yaml').map(({ object }) => object);
  const objects = read(manifests);
  const earlier = before === undefined ? [] : read(before);
  const namespaces = new Map<string, string>();
  const add = (of: string): void => {
    if (!SYSTEM.has(of)) namespaces.set(of, `${name}-${of}`);
  };
  for (const object of [...earlier, ...objects]) {
    const metadata = object.metadata as { name?: string; namespace?: string } | undefined;
    if (object.kind === 'Namespace') add(metadata?.name ?? '');
    else if (typeof object.kind === 'string' && !clusterScoped.has(object.kind))
      add(metadata?.namespace ?? 'default');
  }
  // Steps make claims and the like for examples that have nothing in a namespace.
  if (namespaces.size === 0) add('default');
  const move = (object: JsonObject): ApiObject => moveInto(object, namespaces, clusterScoped);
  const [moved, movedBefore] = [objects.map(move), earlier.map(move)];
  const global = [...moved, ...movedBefore].filter(
    ({ kind }) => clusterScoped.has(kind) && kind !== 'Namespace',
  );
  return new Scene(judge, name, index, moved, movedBefore, namespaces, new Set(global));
}

function moveInto(
  object: JsonObject,
  namespaces: ReadonlyMap<string, string>,
  clusterScoped: ReadonlySet<string>,
): ApiObject {
  const moved = moveNamespaces(object, namespaces) as unknown as ApiObject;
  const name = moved.metadata?.name ?? '';
  if (moved.kind === 'Namespace')
    return { ...moved, metadata: { ...moved.metadata, name: namespaces.get(name) ?? name } };
  if (clusterScoped.has(moved.kind) || moved.metadata?.namespace !== undefined) return moved;
  return { ...moved, metadata: { ...moved.metadata, namespace: namespaces.get('default') ?? 'default' } };
}

/** Whether the example has to be alone on the judge, since it has what all namespaces share. */
export function isAlone(scene: Scene): boolean {
  return [...scene.before, ...scene.objects].some((object) => scene.isClusterScoped(object));
}

/** Creates all that is in the example, and does what is to be done then. */
export async function raise(scene: Scene, consequence: Consequence): Promise<void> {
  const { judge, objects } = scene;
  if (consequence.onlyItsNamespaces !== true) {
    const made = new Set(
      [...scene.before, ...objects].flatMap(({ kind, metadata }) =>
        kind === 'Namespace' ? metadata?.name : [],
      ),
    );
    for (const each of scene.namespaces.values()) if (!made.has(each)) await judge.createNamespace(each);
  }
  const rank = ({ kind }: ApiObject): number => (FIRST.includes(kind) ? FIRST.indexOf(kind) : FIRST.length);
  const inOrder = (of: readonly ApiObject[]): readonly ApiObject[] =>
    of.toSorted((a, b) => rank(a) - rank(b));
  const ordered = inOrder(consequence.reversed === true ? objects.toReversed() : objects);
  if (scene.ofKind('Node').length > 0) await dropNodes(judge);
  if (scene.before.length > 0) {
    await scene.apply(inOrder(scene.before));
    await consequence.meanwhile?.(scene);
    await scene.apply(ordered);
    if (consequence.prune === true) await prune(scene);
  } else if (consequence.apply === true) await scene.apply(ordered);
  else {
    for (const each of ordered) {
      await scene.create(each);
      // What the server has not seen it does not hold against pods.
      if (each.kind === 'ResourceQuota') await counted(scene, each);
      if (each.kind === 'Namespace') await accountOf(judge, each.metadata?.name ?? '');
      if (each.kind === 'Node') await ready(scene, each);
      if (each.kind === 'LimitRange') await new Promise((resolve) => setTimeout(resolve, 700));
    }
  }
  await consequence.then?.(scene);
  scene.begin();
}

/** Deletes what was there before and is no more, as those do who prune. */
async function prune(scene: Scene): Promise<void> {
  const kept = new Set(await Promise.all(scene.objects.map(async (object) => scene.path(object))));
  for (const object of scene.before) {
    const path = await scene.path(object);
    if (!kept.has(path)) await scene.judge.request('DELETE', path);
  }
}

async function counted(scene: Scene, quota: ApiObject): Promise<void> {
  await scene.settles(async () => {
    const stored = await scene.read<Stored & { readonly status?: { readonly used?: object } }>(quota);
    return stored === undefined || Object.keys(stored.status?.used ?? {}).length > 0;
  }, 20_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Waits until a new Node has no taint but its own. A scheduler of 1.28 does not always look at a pod again when that goes. */
async function ready(scene: Scene, node: ApiObject): Promise<void> {
  await scene.settles(async () => {
    const stored = await scene.read<
      Stored & { readonly spec: { readonly taints?: readonly { readonly key: string }[] } }
    >(node);
    return stored?.spec.taints?.some(({ key }) => key.startsWith('node.kubernetes.io/')) !== true;
  }, 10_000);
}

async function accountOf(judge: Judge, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
  await judge.until(`the account of ${namespace}`, async () => (await judge.get(path)).code === 200, 20_000);
}

/** Takes away what could have a consequence for the next example. */
export async function clear(scene: Scene): Promise<void> {
  const { judge } = scene;
  for (const namespace of scene.namespaces.values()) {
    await judge.request('DELETE', `/api/v1/namespaces/${namespace}`);
  }
  for (const claim of await scene.list('api/v1', 'persistentvolumeclaims'))
    await remove(scene, { ...claim, apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
  const { body } = await judge.get('/api/v1/persistentvolumes');
  const ours = new Set(scene.namespaces.values());
  const { items } = body as {
    items: readonly (Stored & { readonly spec: { readonly claimRef?: { readonly namespace: string } } })[];
  };
  for (const each of items) {
    if (ours.has(each.spec.claimRef?.namespace ?? ''))
      await remove(scene, { ...each, apiVersion: 'v1', kind: 'PersistentVolume' });
  }
  for (const object of [...scene.before, ...scene.objects]) {
    const isLeft = scene.isClusterScoped(object) || SYSTEM.has(object.metadata?.namespace ?? '');
    if (isLeft) await remove(scene, object);
  }
  if (scene.ofKind('Node').length > 0) await addNodes(judge);
  // The API server looks for changed policies once a second.
  if (scene.ofKind('ValidatingAdmissionPolicy').length > 0)
    await new Promise((resolve) => setTimeout(resolve, 2500));
}

async function remove(scene: Scene, object: ApiObject): Promise<void> {
  const path = await scene.path(object);
  await scene.judge.request('DELETE', path);
  await scene.settles(async () => {
    await scene.patch(object, { metadata: { finalizers: [] } });
    return (await scene.judge.get(path)).code === 404;
  }, 10_000);
}

/** Takes the judge's own nodes away, so that those of an example are all there are. */
async function dropNodes(judge: Judge): Promise<void> {
  const { body } = await judge.get('/api/v1/nodes');
  const { items } = body as { items: readonly Stored[] };
  for (const { metadata } of items) await judge.request('DELETE', `/api/v1/nodes/${metadata.name}`);
}

/** Gives the judge nodes of its own again; what stands in for kubelets looks after whatever nodes there are. */
async function addNodes(judge: Judge): Promise<void> {
  for (const name of ['node-1', 'node-2', 'node-3']) {
    const labels = {
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
    };
    await judge.create({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels } });
  }
  await judge.until(
    'the nodes',
    async () => {
      const { items } = (await judge.get('/api/v1/nodes')).body as {
        items: readonly { readonly spec: { readonly taints?: readonly object[] } }[];
      };
      return items.length === 3 && items.every(({ spec }) => spec.taints === undefined);
    },
    20_000,
  );
}
