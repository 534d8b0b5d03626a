import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { type MemoryQuantity } from '../model/quantity-literal';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { wireQuantity } from './manifest/quantity';
import { type Wire } from './manifest/wire';
import { type AccessMode } from './pod/access-mode';
import { refuseClaim } from './pod/refuse-claim';
import { type Mountable, Volume } from './pod/volume';

/** The options of a {@link VolumeClaim}. */
export interface VolumeClaimProps extends PatternOptions {
  /** Least size, e.g. `'10Gi'`. */
  readonly storage: MemoryQuantity;
  readonly accessModes: readonly AccessMode[];
  /** A StorageClass or its name; `''` for volumes without one. @defaultValue the cluster's default class */
  readonly storageClass?: string | { readonly name: string };
  /** A file system, or a bare device. @defaultValue `Filesystem`, by the API server */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** Labels that the volume must have. */
  readonly selector?: Wire<k8s.LabelSelector>;
  /** Name of the one volume that will do. */
  readonly volumeName?: string;
  /** A snapshot or claim of the namespace to begin with, in the fields of the manifest. */
  readonly dataSource?: Wire<k8s.TypedLocalObjectReference>;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly claim?: Patch<k8s.KubePersistentVolumeClaimProps> };
}

/**
 * A claim for storage: a PersistentVolumeClaim. Mount it as it is.
 *
 * @remarks For a volume that outlives the pods which mount it. Mount it with `ReadWriteOnce` only into
 * workloads of one pod, or of one node; for a volume a pod see {@link StatefulService}, for scratch space
 * `Volume.emptyDir`.
 *
 * @example
 * ```ts
 * const uploads = new VolumeClaim(chart, 'uploads', { storage: '20Gi', accessModes: ['ReadWriteOnce'] });
 * new WebService(chart, 'shop', {
 *   image: 'ghcr.io/acme/shop:1.4.2',
 *   ports: { http: 8080 },
 *   strategy: 'Recreate',
 *   mounts: { '/var/uploads': uploads },
 * });
 * ```
 */
export class VolumeClaim extends Construct implements Mountable {
  /** Name of the claim. */
  readonly name: string;
  /** Namespace of the claim; undefined where kubectl's own decides. */
  readonly namespace: string | undefined;
  /** The PersistentVolumeClaim. */
  readonly claim: ApiObject;

  constructor(scope: Construct, id: string, props: VolumeClaimProps) {
    super(scope, id);
    const identity = identify(this, props);
    this.name = identity.name;
    this.namespace = identity.namespace;
    const { storageClass } = props;
    refuseClaim(this, props);
    this.claim = createObject(
      this,
      'claim',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: objectMetadata(identity),
        spec: {
          accessModes: props.accessModes,
          storageClassName: typeof storageClass === 'object' ? storageClass.name : storageClass,
          volumeMode: props.volumeMode,
          resources: { requests: { storage: wireQuantity(props.storage, 'storage', this) } },
          selector: props.selector,
          volumeName: props.volumeName,
          dataSource: props.dataSource,
        },
      },
      { patch: props.patch?.claim },
    );
  }

  /** The claim as a volume of a pod. */
  volume(options: { readonly name?: string; readonly readOnly?: boolean } = {}): Volume {
    const { name = this.name.replaceAll('.', '-'), ...rest } = options;
    return Volume.of(
      name,
      { persistentVolumeClaim: { claimName: this.name, ...rest } },
      { kind: 'PersistentVolumeClaim', name: this.name, namespace: this.namespace },
    );
  }

  toVolume(): Volume {
    return this.volume();
  }
}
