import { labelValueErrors } from '../../../model/names/label-value';
import { labelKeyErrors } from '../../../model/names/label-key';
import { isStandardFinalizer } from '../meta/standard-finalizers';
import { type ObjectView } from '../object-view';

/** ValidateNamespace in pkg/apis/core/validation/validation.go, which names the list and not the item. */
export function validateNamespace(namespace: ObjectView): void {
  validateNameLabel(namespace.struct('metadata'));
  const spec = namespace.struct('spec');
  spec.texts('finalizers').forEach((finalizer, index) => {
    const options = { value: finalizer, at: ['finalizers', index] };
    spec.allInvalid('finalizers', labelKeyErrors(finalizer, spec.validation.version), options);
    if (!finalizer.includes('/') && !isStandardFinalizer(finalizer)) {
      spec.invalid(
        'finalizers',
        'name is neither a standard finalizer name nor is it fully qualified',
        options,
      );
    }
  });
}

/** Its name becomes a label before it is validated (SetDefaults_Namespace in pkg/apis/core/v1/defaults.go). */
function validateNameLabel(metadata: ObjectView): void {
  const name = metadata.text('name');
  const errors = labelValueErrors(name, metadata.validation.version);
  metadata.in('metadata').allInvalid('labels', errors, { value: name, at: 'name' });
}
