import type { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { identify, objectMetadata, type PatternOptions } from './identity';
import { createObject } from './manifest/create-object';
import { type Patch } from './manifest/patch';
import { refuseQualifiedName } from './manifest/refuse-text';
import { PropertyError } from './property-error';
import { type Wire } from './manifest/wire';
import { VolumeClaim, type VolumeClaimProps } from './volume-claim';

/** k8s.io/kubernetes/pkg/apis/storage/validation, maxProvisionerParameterSize and maxProvisionerParameterLen. */
const MAX_PARAMETER_BYTES = 256 * 1024;
const MAX_PARAMETERS = 512;

/** The options of a {@link StorageClass}. */
export interface StorageClassProps extends Omit<PatternOptions, 'namespace'> {
  /** Who makes the volumes, e.g. `ebs.csi.aws.com`; `kubernetes.io/no-provisioner` for those made by hand. */
  readonly provisioner: string;
  /** What the provisioner understands. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What becomes of a volume whose claim is gone. @defaultValue `Delete`, by the API server */
  readonly reclaimPolicy?: 'Delete' | 'Retain';
  /** `WaitForFirstConsumer` makes the volume where the pod is placed. @defaultValue `Immediate` */
  readonly volumeBindingMode?: 'Immediate' | 'WaitForFirstConsumer';
  /** Whether claims may ask for more later. */
  readonly allowVolumeExpansion?: boolean;
  /** What mounts of its volumes are called with, e.g. `noatime`. */
  readonly mountOptions?: readonly string[];
  /** Where volumes may be made, in the fields of the manifest. */
  readonly allowedTopologies?: readonly Wire<k8s.TopologySelectorTerm>[];
  /** Whether claims that name no class get this one. One class of a cluster should. */
  readonly default?: boolean;
  /** Changes to the manifest, for what no option says. */
  readonly patch?: { readonly storageClass?: Patch<k8s.KubeStorageClassProps> };
}

/**
 * A class of storage. Claims that {@link StorageClass.claim} makes name it.
 *
 * @remarks For a cluster that you run yourself: it says who makes volumes, and how. In most clusters
 * classes exist; then give the name of one to a {@link VolumeClaim}.
 *
 * @example
 * ```ts
 * const fast = new StorageClass(chart, 'fast', {
 *   provisioner: 'ebs.csi.aws.com',
 *   parameters: { type: 'gp3' },
 *   volumeBindingMode: 'WaitForFirstConsumer',
 *   allowVolumeExpansion: true,
 * });
 * const uploads = fast.claim(chart, 'uploads', { storage: '20Gi', accessModes: ['ReadWriteOnce'] });
 * ```
 */
export class StorageClass extends Construct {
  /** Name of the StorageClass. */
  readonly name: string;
  /** The StorageClass. */
  readonly storageClass: ApiObject;

  constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, id);
    const identity = identify(this, props);
    this.name = identity.name;
    // Upstream's check of a name with a slash takes capitals before it (validateProvisioner).
    refuseQualifiedName(this, 'provisioner', props.provisioner.toLowerCase());
    this.#refuseParameters(props.parameters ?? {});
    this.storageClass = createObject(
      this,
      'storage-class',
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: {
          ...objectMetadata(identity, {
            annotations:
              props.default === undefined
                ? undefined
                : { 'storageclass.kubernetes.io/is-default-class': String(props.default) },
          }),
          namespace: undefined,
        },
        provisioner: props.provisioner,
        parameters: props.parameters,
        reclaimPolicy: props.reclaimPolicy,
        volumeBindingMode: props.volumeBindingMode,
        allowVolumeExpansion: props.allowVolumeExpansion,
        mountOptions: props.mountOptions,
        allowedTopologies: props.allowedTopologies,
      },
      { patch: props.patch?.storageClass, clusterScoped: true },
    );
  }

  /** @see k8s.io/kubernetes/pkg/apis/storage/validation, validateParameters */
  #refuseParameters(parameters: Readonly<Record<string, string>>): void {
    const all = Object.entries(parameters);
    if (all.some(([name]) => name === '')) {
      throw new PropertyError(this, 'parameters', 'have one without a name', 'name it, or leave it out');
    }
    const bytes = all.reduce(
      (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
      0,
    );
    if (bytes <= MAX_PARAMETER_BYTES && all.length <= MAX_PARAMETERS) return;
    throw new PropertyError(
      this,
      'parameters',
      `are ${all.length} of ${bytes} bytes, more than the ${MAX_PARAMETERS} of ${MAX_PARAMETER_BYTES} that a class may have`,
      'leave some out',
    );
  }

  /** A claim for a volume of this class. */
  claim(scope: Construct, id: string, props: Omit<VolumeClaimProps, 'storageClass'>): VolumeClaim {
    return new VolumeClaim(scope, id, { ...props, storageClass: this });
  }
}
