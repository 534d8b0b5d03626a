import { type Observer } from './consequence';
import { type Scene, type Stored } from './scene';

interface Claim extends Stored {
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly storageClassName?: string;
    readonly volumeName?: string;
    readonly resources: { readonly requests: { readonly storage: string } };
  };
}

/** Looks at a cluster with a provisioner: one that makes a volume for each claim. */
export function provisioned(observer: Observer): Observer {
  return async (scene) => {
    await provision(scene);
    return observer(scene);
  };
}

/** Makes a volume for each claim that has none. */
export async function provision(scene: Scene): Promise<void> {
  for (const { metadata, spec } of await scene.list<Claim>('api/v1', 'persistentvolumeclaims')) {
    const { accessModes, storageClassName, volumeName, resources } = spec;
    if (volumeName !== undefined) continue;
    // One that is there already is refused, and is meant to be.
    await scene.judge.create({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `${metadata.namespace ?? ''}-${metadata.name}` },
      spec: {
        accessModes,
        ...(storageClassName !== undefined && { storageClassName }),
        capacity: resources.requests,
        // As classes have it that say nothing.
        persistentVolumeReclaimPolicy: 'Delete',
        claimRef: { namespace: metadata.namespace, name: metadata.name },
        csi: { driver: 'judge.kubewright.dev', volumeHandle: metadata.uid },
      },
    });
  }
}

/** Waits for every claim to be bound, to volumes that are made for them. */
export async function bindClaims(scene: Scene): Promise<void> {
  await scene.settles(async () => {
    await provision(scene);
    const claims = await scene.list<Stored & { readonly status?: { readonly phase?: string } }>(
      'api/v1',
      'persistentvolumeclaims',
    );
    return claims.every(({ status }) => status?.phase === 'Bound');
  }, 15_000);
}
