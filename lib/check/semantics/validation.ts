import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { type FieldError } from './field-error';

/** One object's validation: what it is held against, and what was found. */
export class Validation {
  readonly errors: FieldError[] = [];

  constructor(readonly version: KubernetesVersion) {}

  /** Whether the target is this version or a newer one. */
  since(version: KubernetesVersion): boolean {
    return compareKubernetesVersions(this.version, version) >= 0;
  }
}
