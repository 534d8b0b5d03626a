import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { validateControlledTemplate } from './validate-controlled-template';
import { validateSelector } from './validate-selector';
import { validateSharedDisks } from './validate-shared-disks';

/** ValidateReplicaSet in pkg/apis/apps/validation/validation.go. */
export function validateReplicaSet(replicaSet: ObjectView): void {
  const spec = replicaSet.struct('spec');
  validateNonnegative(spec, 'replicas', 'minReadySeconds');
  // The server says deployment here too.
  if (!validateSelector(spec, { empty: 'deployment', unusable: 'invalid label selector' })) return;
  validateControlledTemplate(spec, 'ReplicaSet');
  validateSharedDisks(spec, spec.optionalNumber('replicas') ?? 1);
}
