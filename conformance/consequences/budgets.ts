/** What PodDisruptionBudgets make of evictions. */
import { type Observer } from './consequence';
import { podsRun, type Pod } from './observers';
import { type Scene, type Stored } from './scene';

interface Budget extends Stored {
  readonly status?: { readonly expectedPods?: number; readonly disruptionsAllowed?: number };
}

/** A budget that counts so many pods, once they run. */
export function budget(pods: number): Observer {
  return async (scene) => {
    if ((await podsRun(scene)) === undefined) return undefined;
    const [first] = await scene.list<Budget>('apis/policy/v1', 'poddisruptionbudgets');
    const { expectedPods, disruptionsAllowed } = first?.status ?? {};
    return expectedPods === pods
      ? `the budget expects ${pods} pods and allows ${disruptionsAllowed ?? 0} disruptions`
      : undefined;
  };
}

/** An eviction is refused with words such as these, though all pods run. */
export function evictionSays(words: RegExp): Observer {
  return async (scene) => {
    // Until the controller has counted for the first time, an eviction is refused whatever the budget.
    if (!scene.hasWaited(4000)) return undefined;
    const { code, message } = await evict(scene);
    return code >= 400 && words.test(message) ? `eviction refused: ${message}` : undefined;
  };
}

/** An eviction is accepted. */
export const evicts: Observer = async (scene) => {
  const { code } = await evict(scene);
  return code === 200 || code === 201 ? 'a pod may be evicted' : undefined;
};

async function evict(scene: Scene): Promise<{ readonly code: number; readonly message: string }> {
  if ((await podsRun(scene)) === undefined) return { code: 0, message: '' };
  const [pod] = await scene.list<Pod>('api/v1', 'pods');
  const { name = '', namespace = '' } = pod?.metadata ?? {};
  const { code, body } = await scene.judge.request(
    'POST',
    `/api/v1/namespaces/${namespace}/pods/${name}/eviction`,
    {
      apiVersion: 'policy/v1',
      kind: 'Eviction',
      metadata: { name, namespace },
      deleteOptions: { dryRun: ['All'] },
    },
  );
  const { message = '', details } = body as {
    message?: string;
    details?: { causes?: readonly { message: string }[] };
  };
  return { code, message: [message, ...(details?.causes ?? []).map((each) => each.message)].join(' ') };
}
