/** How far rollouts come. */
import { type Observer } from './consequence';
import { condition, still } from './observers';
import { type Scene, type Stored } from './scene';

interface Deployment extends Stored {
  readonly metadata: Stored['metadata'] & { readonly generation: number };
  readonly spec: { readonly replicas: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
      readonly message?: string;
    }[];
  };
}

async function deploymentOf(scene: Scene): Promise<Deployment | undefined> {
  const [deployment] = scene.ofKind('Deployment');
  return deployment && scene.read<Deployment>(deployment);
}

/** A rollout that does not go on. */
export async function rolloutStands(scene: Scene): Promise<string | undefined> {
  const progress = condition((await deploymentOf(scene))?.status?.conditions, 'Progressing');
  return progress?.reason === 'ProgressDeadlineExceeded'
    ? `${progress.reason}: ${progress.message ?? ''}`
    : undefined;
}

interface DaemonSet extends Stored {
  readonly metadata: Stored['metadata'] & { readonly generation: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly desiredNumberScheduled?: number;
    readonly currentNumberScheduled?: number;
    readonly updatedNumberScheduled?: number;
    readonly numberAvailable?: number;
  };
}

async function daemonsRolledOut(scene: Scene): Promise<boolean> {
  const [object] = scene.ofKind('DaemonSet');
  const stored = object && (await scene.read<DaemonSet>(object));
  const { status = {}, metadata } = stored ?? {};
  return (
    status.observedGeneration === metadata?.generation &&
    [status.currentNumberScheduled, status.updatedNumberScheduled, status.numberAvailable].every(
      (each) => each === status.desiredNumberScheduled,
    )
  );
}

/** A rollout that has come to its end. */
export async function rolledOut(scene: Scene): Promise<string | undefined> {
  if (scene.ofKind('DaemonSet').length > 0)
    return (await daemonsRolledOut(scene)) ? 'the rollout comes to its end' : undefined;
  const deployment = await deploymentOf(scene);
  const { status = {}, spec, metadata } = deployment ?? {};
  const isDone =
    status.observedGeneration === metadata?.generation &&
    [status.replicas, status.updatedReplicas, status.availableReplicas].every(
      (each) => each === spec?.replicas,
    );
  return deployment !== undefined && isDone ? 'the rollout comes to its end' : undefined;
}

/** While the new pods of a rollout are not ready, so many pods are available, in all that the controller does. */
export function available(pods: number): Observer {
  return still(async (scene) => {
    const { status = {}, spec, metadata } = (await deploymentOf(scene)) ?? {};
    if (status.observedGeneration !== metadata?.generation || status.updatedReplicas === undefined)
      return undefined;
    return (status.availableReplicas ?? 0) === pods
      ? `${pods} of ${spec?.replicas ?? 1} pods are available while the new ones are not ready`
      : undefined;
  });
}

/** Of a StatefulSet so many pods are updated. */
export function updated(pods: number): Observer {
  return async (scene) => {
    const [object] = scene.ofKind('StatefulSet');
    const stored = object && (await scene.read<Deployment>(object));
    if (stored === undefined || stored.status?.observedGeneration !== stored.metadata.generation)
      return undefined;
    const { updatedReplicas = 0, replicas = 0 } = stored.status;
    return updatedReplicas === pods ? `${pods} of ${replicas} pods are updated` : undefined;
  };
}
