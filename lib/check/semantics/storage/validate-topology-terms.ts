import { labelKeyErrors } from '../../../model/names/label-key';
import { type ObjectView } from '../object-view';

/** validateAllowedTopologies in pkg/apis/storage/validation, with ValidateTopologySelectorTerm of core. */
export function validateTopologyTerms(storageClass: ObjectView, field: string): void {
  // Upstream makes room for as many terms, empty ones, before the first, and finds an empty term among them.
  const terms = new Set<string>(['[]']);
  for (const term of storageClass.objects(field)) {
    const text = validateTerm(term);
    if (terms.has(text)) term.duplicate('matchLabelExpressions', { value: '' });
    terms.add(text);
  }
}

/** Returns the term as text that is the same for every term with the same keys and values. */
function validateTerm(term: ObjectView): string {
  const values = new Map<string, readonly string[]>();
  for (const requirement of term.objects('matchLabelExpressions')) {
    const seen = new Set<string>();
    const listed = requirement.texts('values');
    if (listed.length === 0) requirement.required('values');
    listed.forEach((value, index) => {
      if (seen.has(value)) requirement.duplicate(['values', index]);
      seen.add(value);
    });
    const key = requirement.text('key');
    requirement.allInvalid('key', labelKeyErrors(key, requirement.validation.version), { value: key });
    if (values.has(key)) requirement.duplicate('key', { value: key });
    values.set(key, [...seen].sort());
  }
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}
