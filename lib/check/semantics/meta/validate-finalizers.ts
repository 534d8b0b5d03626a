import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';
import { isStandardFinalizer } from './standard-finalizers';

/**
 * `metadata.finalizers`: ValidateFinalizers in k8s.io/apimachinery/pkg/api/validation, and, for kinds that go
 * through ValidateObjectMeta of pkg/apis/core/validation, validateKubeFinalizerName.
 *
 * @param qualified - Whether a finalizer needs a domain before it, unless it is a standard one.
 */
export function validateFinalizers(metadata: ObjectView, qualified: boolean): void {
  const finalizers = metadata.texts('finalizers');
  if (finalizers.length === 0) return;
  finalizers.forEach((finalizer, index) => {
    metadata.allInvalid('finalizers', labelKeyErrors(finalizer, metadata.validation.version), {
      value: finalizer,
      at: ['finalizers', index],
    });
    if (qualified && !finalizer.includes('/') && !isStandardFinalizer(finalizer)) {
      metadata.invalid(
        ['finalizers', index],
        'name is neither a standard finalizer name nor is it fully qualified',
        { help: `put your domain before it: \`example.com/${finalizer}\`` },
      );
    }
  });
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    metadata.invalid('finalizers', 'finalizer orphan and foregroundDeletion cannot be both set');
  }
}
