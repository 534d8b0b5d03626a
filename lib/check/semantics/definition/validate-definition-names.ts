import { dns1035LabelErrors } from '../../../model/names/dns1035-label';
import { type ObjectView } from '../object-view';

const MIXED = 'may have mixed case, but should otherwise match: ';

/**
 * ValidateCustomResourceDefinitionNames, and what the spec wants of them, in pkg/apis/apiextensions/validation of
 * k8s.io/apiextensions-apiserver. Singular and listKind come from the kind where they are not written
 * (SetDefaults_CustomResourceDefinitionSpec).
 */
export function validateDefinitionNames(names: ObjectView): void {
  const kind = names.text('kind');
  const singular = names.text('singular') || kind.toLowerCase();
  const listKind = names.text('listKind') || (kind === '' ? '' : `${kind}List`);
  const from = (field: string): string => (names.text(field) === '' ? 'kind' : field);
  if (names.text('plural') === '') names.required('plural');
  if (singular === '') names.required('singular', '', { at: from('singular') });
  if (kind === '') names.required('kind');
  if (listKind === '') names.required('listKind', '', { at: from('listKind') });

  const label = (field: string, value: string, before = ''): void => {
    const errors = value === '' ? [] : dns1035LabelErrors(before === '' ? value : value.toLowerCase());
    if (errors.length > 0) names.invalid(field, `${before}${errors.join(',')}`, { value, at: from(field) });
  };
  label('plural', names.text('plural'));
  label('singular', singular);
  label('kind', kind, MIXED);
  label('listKind', listKind, MIXED);
  labels(names, 'shortNames');
  if (kind !== '' && kind === listKind) names.invalid('listKind', 'kind and listKind may not be the same');
  labels(names, 'categories');
}

function labels(names: ObjectView, field: string): void {
  names.texts(field).forEach((name, index) => {
    const errors = dns1035LabelErrors(name);
    if (errors.length > 0) names.invalid([field, index], errors.join(','), { value: name });
  });
}
