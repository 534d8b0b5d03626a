import { type ApiObject, Lazy } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Quantity } from '../model/quantity';
import { type MemoryQuantity } from '../model/quantity-literal';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { wireQuantity } from './manifest/quantity';
import { refuseLabels, refuseObjectName, refuseQualifiedName } from './manifest/refuse-text';
import { type Wire } from './manifest/wire';
import { type AccessMode } from './pod/access-mode';
import { refuseAccessModes, refuseNothing } from './pod/refuse-claim';
import { PropertyError } from './property-error';
import { VolumeClaim, type VolumeClaimProps } from './volume-claim';

type SourceField =
  | 'awsElasticBlockStore'
  | 'azureDisk'
  | 'azureFile'
  | 'cephfs'
  | 'cinder'
  | 'csi'
  | 'fc'
  | 'flexVolume'
  | 'flocker'
  | 'gcePersistentDisk'
  | 'glusterfs'
  | 'hostPath'
  | 'iscsi'
  | 'local'
  | 'nfs'
  | 'photonPersistentDisk'
  | 'portworxVolume'
  | 'quobyte'
  | 'rbd'
  | 'scaleIO'
  | 'storageos'
  | 'vsphereVolume';

type Sources = Wire<k8s.PersistentVolumeSpec>;

/** Where the storage is: exactly one source, in the fields of the manifest. */
export type VolumeSource = {
  [Field in SourceField]: { readonly [Key in Field]: NonNullable<Sources[Field]> } & {
    readonly [Key in Exclude<SourceField, Field>]?: never;
  };
}[SourceField];

/** The options of a {@link StaticVolume}. */
export interface StaticVolumeProps<M extends AccessMode> extends Omit<PatternOptions, 'namespace'> {
  /** Size, e.g. `'10Gi'`. */
  readonly capacity: MemoryQuantity;
  /** How it can be mounted. */
  readonly accessModes: readonly M[];
  /** A StorageClass or its name. @defaultValue none: only claims that ask for no class bind to it */
  readonly storageClass?: string | { readonly name: string };
  /** What becomes of it when its claim is gone. @defaultValue `Retain`, by the API server */
  readonly reclaimPolicy?: 'Retain' | 'Delete' | 'Recycle';
  /** A file system, or a bare device. @defaultValue `Filesystem`, by the API server */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** What the mount is called with, e.g. `noatime`. */
  readonly mountOptions?: readonly string[];
  /** Where it is, e.g. `{ nfs: { server: 'files.example.com', path: '/export' } }`. */
  readonly source: VolumeSource;
  /** Labels of the nodes that can reach it, any of the values each; a `local` volume needs it. */
  readonly nodes?: Readonly<Record<string, readonly string[]>>;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly volume?: Patch<k8s.KubePersistentVolumeProps> };
}

/** The options of a claim for one StaticVolume; `M` are the volume's access modes. */
export interface StaticVolumeClaimProps<M extends AccessMode> extends Omit<
  VolumeClaimProps,
  'storage' | 'accessModes' | 'storageClass' | 'volumeMode' | 'volumeName' | 'selector'
> {
  /** @defaultValue the volume's capacity */
  readonly storage?: MemoryQuantity;
  /** @defaultValue all of the volume's */
  readonly accessModes?: readonly M[];
}

/**
 * Storage that exists: a PersistentVolume. The claim that {@link StaticVolume.claim} makes binds to it, and no
 * other can take it: each names the other.
 *
 * @remarks For storage that exists: an NFS export, a disk of a node, a volume of a cloud made by hand.
 * `claim` makes the claim that binds to it, and to nothing else. Where a provisioner makes volumes on
 * demand, take {@link StorageClass} and {@link VolumeClaim}.
 *
 * @example
 * ```ts
 * const media = new StaticVolume(chart, 'media', {
 *   capacity: '10Gi',
 *   accessModes: ['ReadWriteMany'],
 *   source: { nfs: { server: 'files.example.com', path: '/export/media' } },
 * });
 * const claim = media.claim(chart, 'media-claim');
 * ```
 */
export class StaticVolume<const M extends AccessMode> extends Construct {
  /** Name of the PersistentVolume. */
  readonly name: string;
  /** The PersistentVolume. */
  readonly volume: ApiObject;
  readonly #props: StaticVolumeProps<M>;
  #claim: VolumeClaim | undefined;

  constructor(scope: Construct, id: string, props: StaticVolumeProps<M>) {
    super(scope, id);
    this.#props = props;
    const identity = identify(this, props);
    this.name = identity.name;
    this.#refuse();
    this.volume = createObject(
      this,
      'volume',
      {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { ...objectMetadata(identity), namespace: undefined },
        spec: {
          capacity: { storage: wireQuantity(props.capacity, 'capacity', this) },
          accessModes: props.accessModes,
          storageClassName: this.#storageClassName,
          persistentVolumeReclaimPolicy: props.reclaimPolicy,
          volumeMode: props.volumeMode,
          mountOptions: props.mountOptions,
          ...props.source,
          nodeAffinity: props.nodes && { required: { nodeSelectorTerms: [nodeTerm(props.nodes)] } },
          claimRef: Lazy.any({ produce: () => this.#claimReference() }) as unknown,
        },
      },
      { patch: props.patch?.volume, clusterScoped: true },
    );
  }

  /**
   * The claim that binds to this volume; there is only one.
   * @throws PropertyError if the volume has a claim, or is smaller than the claim
   */
  claim(scope: Construct, id: string, props: StaticVolumeClaimProps<M> = {}): VolumeClaim {
    const { capacity, accessModes, volumeMode } = this.#props;
    if (this.#claim !== undefined) {
      throw new PropertyError(
        this,
        'claim',
        `'${id}' is the second; '${this.#claim.node.path}' has the volume`,
        'a volume binds to one claim: make a volume for each',
      );
    }
    const storage = props.storage ?? capacity;
    if (Quantity.parse(String(storage)).compare(Quantity.parse(String(capacity))) > 0) {
      throw new PropertyError(
        this,
        'claim',
        `'${id}' asks for ${String(storage)}, but the volume has ${String(capacity)}`,
        'ask for no more than the capacity',
      );
    }
    this.#claim = new VolumeClaim(scope, id, {
      ...props,
      storage,
      accessModes: props.accessModes ?? accessModes,
      // Without a class of its own the claim would get the cluster's default one, and wait for ever.
      storageClass: this.#storageClassName ?? '',
      ...(volumeMode && { volumeMode }),
      volumeName: this.name,
    });
    return this.#claim;
  }

  /** @see k8s.io/kubernetes/pkg/apis/core/validation, ValidatePersistentVolumeSpec */
  #refuse(): void {
    const { capacity, accessModes, source, nodes, reclaimPolicy } = this.#props;
    refuseNothing(this, 'capacity', capacity);
    refuseAccessModes(this, 'accessModes', accessModes);
    refuseObjectName(
      this,
      'storageClass',
      this.#storageClassName === '' ? undefined : this.#storageClassName,
    );
    for (const [key, values] of Object.entries(nodes ?? {})) {
      refuseQualifiedName(this, 'key of nodes', key);
      if (values.length === 0) {
        throw new PropertyError(this, `nodes['${key}']`, 'is empty', 'name the values that will do');
      }
      for (const value of values) refuseLabels(this, 'nodes', { [key]: value });
    }
    if (source.local !== undefined && Object.keys(nodes ?? {}).length === 0) {
      throw new PropertyError(
        this,
        'nodes',
        'are not named, but a local volume is on some of them only',
        "write e.g. nodes: { 'kubernetes.io/hostname': ['node-1'] }",
      );
    }
    if (reclaimPolicy === 'Recycle' && source.hostPath?.path === '/') {
      throw new PropertyError(this, 'reclaimPolicy', "is 'Recycle', which would empty '/'", "write 'Retain'");
    }
  }

  get #storageClassName(): string | undefined {
    const { storageClass } = this.#props;
    return typeof storageClass === 'object' ? storageClass.name : storageClass;
  }

  #claimReference(): Wire<k8s.ObjectReference> | undefined {
    if (this.#claim?.namespace === undefined) return undefined;
    return {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: this.#claim.namespace,
      name: this.#claim.name,
    };
  }
}

function nodeTerm(nodes: Readonly<Record<string, readonly string[]>>): Wire<k8s.NodeSelectorTerm> {
  return {
    matchExpressions: Object.entries(nodes).map(([key, values]) => ({ key, operator: 'In', values })),
  };
}
