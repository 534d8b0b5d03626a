import { type ObjectView } from '../../object-view';
import { validateNodeSelectorTerm } from './validate-node-selector-term';

/**
 * ValidateNodeSelector in pkg/apis/core/validation/validation.go: of a pod's required node affinity, and of a volume's.
 *
 * @param anyValue - Takes values that no label can have, as before 1.33.
 */
export function validateNodeSelector(selector: ObjectView, anyValue: boolean): void {
  const terms = selector.objects('nodeSelectorTerms');
  if (terms.length === 0) selector.required('nodeSelectorTerms', 'must have at least one node selector term');
  for (const term of terms) validateNodeSelectorTerm(term, anyValue);
}
