import { type ObjectView } from '../../object-view';
import { validatePullPolicy } from '../container/validate-pull-policy';

/** validateImageVolumeSource in pkg/apis/core/validation/validation.go. A template may leave the reference to others. */
export function validateImageVolume(image: ObjectView, isPod: boolean): void {
  if (isPod && image.text('reference') === '') image.required('reference');
  validatePullPolicy(image, 'pullPolicy');
}
