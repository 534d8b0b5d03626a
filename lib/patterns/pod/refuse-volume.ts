import type { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { annotationKeyErrors } from '../../model/names/annotation-key';
import { labelKeyErrors } from '../../model/names/label-key';
import { wireCount } from '../manifest/count';
import { refuseName } from '../manifest/refuse-name';
import { refuseBackstep, refuseFilePath } from '../manifest/refuse-path';
import { refuseObjectName } from '../manifest/refuse-text';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';
import { refuseClaim } from './refuse-claim';
import { type ClaimTemplateOptions, type Volume } from './volume';

type Source = NonNullable<Volume['source']>;

/** The most that the permissions of a file are. */
const MODE = { max: 0o777 };

/**
 * Refuses a volume that the API server would, as far as its fields are options of ours.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateVolumeSource
 */
export function refuseVolume(construct: Construct, property: string, volume: Volume): void {
  const of = `${property}: the volume's`;
  if (volume.claimTemplate !== undefined) refuseClaim(construct, volume.claimTemplate, `${of} `);
  if (volume.source === undefined) return;
  const { hostPath, nfs, persistentVolumeClaim, ephemeral, configMap, secret, downwardAPI, projected } =
    volume.source;
  if (hostPath) {
    refuseEmpty(construct, `${of} path`, hostPath.path, "write a path of the node, e.g. '/var/log'");
    refuseBackstep(construct, `${of} path`, hostPath.path);
  }
  if (nfs) {
    refuseEmpty(construct, `${of} server`, nfs.server, 'name the NFS server');
    if (!nfs.path.startsWith('/')) {
      throw new PropertyError(
        construct,
        `${of} path`,
        `is '${nfs.path}'`,
        "write it from the root, e.g. '/export'",
      );
    }
  }
  if (persistentVolumeClaim) {
    refuseObjectName(construct, `${of} claim`, persistentVolumeClaim.claimName);
  }
  if (ephemeral?.volumeClaimTemplate) refuseEphemeral(construct, of, ephemeral.volumeClaimTemplate);
  for (const files of [configMap, secret]) refuseFiles(construct, of, files);
  refuseFiles(construct, of, downwardAPI);
  wireCount(construct, `${of} defaultMode`, projected?.defaultMode, MODE);
}

function refuseEphemeral(
  construct: Construct,
  of: string,
  { metadata, spec }: Wire<k8s.PersistentVolumeClaimTemplate>,
): void {
  refuseClaim(
    construct,
    {
      storage: (spec.resources?.requests?.storage ?? 0) as ClaimTemplateOptions['storage'],
      ...(spec.accessModes && {
        accessModes: spec.accessModes as ClaimTemplateOptions['accessModes'] & object,
      }),
      ...(spec.storageClassName !== undefined && { storageClass: spec.storageClassName }),
      ...(metadata?.labels && { labels: metadata.labels }),
      ...(metadata?.annotations && { annotations: metadata.annotations }),
    },
    `${of} `,
  );
}

function refuseFiles(
  construct: Construct,
  of: string,
  files: Source['configMap'] | Source['secret'] | Source['downwardAPI'],
): void {
  wireCount(construct, `${of} defaultMode`, files?.defaultMode, MODE);
  for (const item of files?.items ?? []) {
    refuseFilePath(construct, `${of} file`, item.path);
    wireCount(construct, `${of} file '${item.path}'`, item.mode, MODE);
    if ('fieldRef' in item) refuseField(construct, `${of} file '${item.path}'`, item.fieldRef?.fieldPath);
    if ('resourceFieldRef' in item) {
      refuseDivisor(construct, `${of} file '${item.path}'`, item.resourceFieldRef);
    }
  }
}

/**
 * Refuses a unit that the resource is not told in: cpu in cores or thousandths, all others in bytes and more.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateContainerResourceDivisor
 */
export function refuseDivisor(
  construct: Construct,
  property: string,
  selector: Wire<k8s.ResourceFieldSelector> | undefined,
): void {
  if (selector?.divisor === undefined) return;
  const { resource } = selector;
  const divisor = String(selector.divisor);
  const cpu = resource.endsWith('.cpu');
  if (divisor === '1' || cpu === (divisor === '1m')) return;
  throw new PropertyError(
    construct,
    property,
    `has ${resource} in units of '${divisor}'`,
    cpu ? "cpu is told in '1' or '1m'" : "write '1', or e.g. '1Mi'",
  );
}

/**
 * Refuses the path of a field whose label or annotation is none.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateObjectFieldSelector
 */
export function refuseField(construct: Construct, property: string, path: string | undefined): void {
  const [, field, key] = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path ?? '') ?? [];
  if (field === undefined || key === undefined) return;
  const errors = field === 'labels' ? labelKeyErrors(key) : annotationKeyErrors(key);
  refuseName(construct, `${property}: key of the ${field.slice(0, -1)}`, key, errors);
}

function refuseEmpty(construct: Construct, property: string, text: string, fix: string): void {
  if (text === '') throw new PropertyError(construct, property, 'is empty', fix);
}
