import { type Construct } from 'constructs';
import { annotationKeyErrors } from '../../model/names/annotation-key';
import { readQuantity } from '../../model/read-quantity';
import { readProperty } from '../manifest/read-property';
import { refuseName } from '../manifest/refuse-name';
import { refuseLabels, refuseObjectName } from '../manifest/refuse-text';
import { PropertyError } from '../property-error';
import { type ClaimTemplateOptions } from './volume';

/**
 * Refuses a claim that the API server would.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidatePersistentVolumeClaimSpec
 */
export function refuseClaim(construct: Construct, claim: ClaimTemplateOptions, of = ''): void {
  refuseAccessModes(construct, `${of}accessModes`, claim.accessModes);
  refuseNothing(construct, `${of}storage`, claim.storage);
  const { storageClass } = claim;
  // No text is a class too: that of the volumes without one.
  if (typeof storageClass === 'string' && storageClass !== '') {
    refuseObjectName(construct, `${of}storageClass`, storageClass);
  }
  refuseLabels(construct, `${of}labels`, claim.labels);
  for (const key of Object.keys(claim.annotations ?? {})) {
    refuseName(construct, `key of ${of}annotations`, key, annotationKeyErrors(key));
  }
}

/**
 * Refuses a size of nothing.
 * @throws PropertyError
 */
export function refuseNothing(
  construct: Construct,
  property: string,
  size: ClaimTemplateOptions['storage'],
): void {
  if (readProperty(construct, property, () => readQuantity(size, property)).sign() > 0) return;
  throw new PropertyError(construct, property, `is ${String(size)}`, "write a size above zero, e.g. '10Gi'");
}

/**
 * Refuses access modes that no volume has.
 * @throws PropertyError
 */
export function refuseAccessModes(
  construct: Construct,
  property: string,
  modes: readonly string[] | undefined,
): void {
  if (modes?.length === 0) {
    throw new PropertyError(construct, property, 'is empty', "write at least one, e.g. ['ReadWriteOnce']");
  }
  if (modes?.includes('ReadWriteOncePod') === true && modes.some((mode) => mode !== 'ReadWriteOncePod')) {
    throw new PropertyError(
      construct,
      property,
      "has 'ReadWriteOncePod' beside others",
      "write it alone: ['ReadWriteOncePod']",
    );
  }
}
