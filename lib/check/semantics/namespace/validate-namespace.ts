import { labelKeyErrors } from '../../../model/names/label-key';
import { isStandardFinalizer } from '../meta/standard-finalizers';
import { type ObjectView } from '../object-view';

/** ValidateNamespace in pkg/apis/core/validation/validation.go, which names the list and not the item. */
export function validateNamespace(namespace: ObjectView): void {
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
