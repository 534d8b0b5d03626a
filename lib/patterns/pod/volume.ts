import type { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { type MemoryQuantity } from '../../model/quantity-literal';
import { wireQuantity } from '../manifest/quantity';
import { type Wire } from '../manifest/wire';
import { type AccessMode } from './access-mode';
import { type ResourceField, type ResourceFieldOptions, resourceFieldSelector } from './env';
import { type Origin } from './origin';

/** What has to be at a path of the node. `''` does not look. */
export type HostPathType =
  '' | 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket' | 'CharDevice' | 'BlockDevice';

/**
 * A file of a downward API volume: a field of the pod's metadata, one or all of its labels or annotations, or a
 * resource. What the kubelet finds out later, such as the pod's IP, only variables can have.
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validVolumeDownwardAPIFieldPathExpressions
 */
export type DownwardFile =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | 'metadata.labels'
  | 'metadata.annotations'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`
  | ({ readonly resource: ResourceField; readonly container: string } & ResourceFieldOptions);

/** A claim that a StatefulService makes for each of its pods. */
export interface ClaimTemplateOptions {
  /** Size of each pod's volume, e.g. `'10Gi'`. */
  readonly storage: MemoryQuantity;
  /** @defaultValue `['ReadWriteOnce']` */
  readonly accessModes?: readonly AccessMode[];
  /** A StorageClass or its name. @defaultValue the cluster's default class */
  readonly storageClass?: string | { readonly name: string };
  /** @defaultValue `Filesystem`, by the API server */
  readonly volumeMode?: 'Filesystem' | 'Block';
  /** Labels of the claims. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the claims. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What can be mounted as it stands: a {@link Volume}, or what makes one. */
export interface Mountable {
  /** The volume, as the pod's spec names it. */
  toVolume(): Volume;
}

/**
 * A volume of a pod. Mount the same object into several containers to share it; the pod lists it once.
 *
 * @example
 * ```ts
 * const scratch = Volume.emptyDir('scratch', { sizeLimit: '1Gi' });
 * const containers = {
 *   app: { image: 'ghcr.io/acme/app:1.0', mounts: { '/gen': scratch } },
 *   log: { image: 'ghcr.io/acme/log:1.0', mounts: { '/logs': { volume: scratch, readOnly: true } } },
 * };
 * ```
 */
export class Volume implements Mountable {
  private constructor(
    /** The name in the pod's spec. */
    readonly name: string,
    /** The manifest of the volume without its name; none for a claim template. */
    readonly source: Wire<Omit<k8s.Volume, 'name'>> | undefined,
    /** Set when each pod of a StatefulService gets a claim of its own. */
    readonly claimTemplate?: ClaimTemplateOptions,
    /** Set when the volume is of an object that a construct makes, or that is said to exist. */
    readonly origin?: Origin,
  ) {}

  /** Any volume source, in the fields of the manifest. */
  static of(name: string, source: Wire<Omit<k8s.Volume, 'name'>>, origin?: Origin): Volume {
    return new Volume(name, source, undefined, origin);
  }

  /** An empty folder that lives as long as the pod; `medium: 'Memory'` counts against memory limits. */
  static emptyDir(
    name: string,
    options: { readonly sizeLimit?: MemoryQuantity; readonly medium?: 'Memory' } = {},
  ): Volume {
    return new Volume(name, {
      emptyDir: {
        medium: options.medium,
        sizeLimit: options.sizeLimit === undefined ? undefined : wireQuantity(options.sizeLimit, 'sizeLimit'),
      },
    });
  }

  /** A file or folder of the node. Pod Security `baseline` refuses it. */
  static hostPath(name: string, path: string, type?: HostPathType): Volume {
    return new Volume(name, { hostPath: { path, type } });
  }

  /** A folder that an NFS server exports. */
  static nfs(
    name: string,
    options: { readonly server: string; readonly path: string; readonly readOnly?: boolean },
  ): Volume {
    return new Volume(name, { nfs: options });
  }

  /** A PersistentVolumeClaim of the pod's namespace that is made elsewhere. The checks take it as there. */
  static existingClaim(
    name: string,
    claimName: string,
    options: { readonly readOnly?: boolean } = {},
  ): Volume {
    return new Volume(name, { persistentVolumeClaim: { claimName, ...options } }, undefined, {
      kind: 'PersistentVolumeClaim',
      name: claimName,
      namespace: undefined,
      isElsewhere: true,
    });
  }

  /** A claim of each pod of a StatefulService, named `<name>-<pod>`; it outlives the pod. */
  static claimTemplate(name: string, options: ClaimTemplateOptions): Volume {
    return new Volume(name, undefined, options);
  }

  /** A claim that is made for the pod and deleted with it. */
  static ephemeral(name: string, options: ClaimTemplateOptions): Volume {
    const { labels, annotations } = options;
    return new Volume(name, {
      ephemeral: {
        volumeClaimTemplate: {
          metadata: labels === undefined && annotations === undefined ? undefined : { labels, annotations },
          spec: claimSpec(options),
        },
      },
    });
  }

  /** Facts about the pod as files, by path. Files follow changes of labels and annotations. */
  static downwardApi(
    name: string,
    files: Readonly<Record<string, DownwardFile>>,
    options: { readonly defaultMode?: number } = {},
  ): Volume {
    return new Volume(name, { downwardAPI: { ...options, items: downwardItems(files) } });
  }

  /** Several sources in one folder, each in the fields of the manifest. */
  static projected(
    name: string,
    sources: readonly Wire<k8s.VolumeProjection>[],
    options: { readonly defaultMode?: number } = {},
  ): Volume {
    return new Volume(name, { projected: { ...options, sources } });
  }

  /** A volume that a CSI driver makes for the pod. */
  static csi(name: string, source: Wire<k8s.CsiVolumeSource>): Volume {
    return new Volume(name, { csi: source });
  }

  toVolume(): this {
    return this;
  }
}

/** The `items` of a downward API volume or projection. */
export function downwardItems(
  files: Readonly<Record<string, DownwardFile>>,
): readonly Wire<k8s.DownwardApiVolumeFile>[] {
  return Object.entries(files).map(([path, file]) =>
    typeof file === 'string'
      ? { path, fieldRef: { fieldPath: file } }
      : { path, resourceFieldRef: resourceFieldSelector(file.resource, file) },
  );
}

/** The `spec` of a claim; `construct` is what it was given to, if anything. */
export function claimSpec(
  options: ClaimTemplateOptions,
  construct?: Construct,
): Wire<k8s.PersistentVolumeClaimSpec> {
  const { storageClass } = options;
  return {
    accessModes: options.accessModes ?? ['ReadWriteOnce'],
    storageClassName: typeof storageClass === 'object' ? storageClass.name : storageClass,
    volumeMode: options.volumeMode,
    resources: { requests: { storage: wireQuantity(options.storage, 'storage', construct) } },
  };
}
