import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type CrdIndex } from './crd/crd-index';

/** What an object is held against. */
export interface SchemaOptions {
  readonly version: KubernetesVersion;
  /** Schemas of custom resources; of a kind that nothing is known of the metadata alone is checked. */
  readonly crds?: CrdIndex;
}
