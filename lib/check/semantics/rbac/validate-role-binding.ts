import { pathSegmentErrors } from '../../../model/names/path-segment';
import { type ObjectView } from '../object-view';
import { RBAC_GROUP, validateSubject } from './validate-subject';

/** ValidateRoleBinding in pkg/apis/rbac/validation/validation.go. */
export function validateRoleBinding(binding: ObjectView): void {
  validateBinding(binding, ['Role', 'ClusterRole'], true);
}

/** ValidateClusterRoleBinding in the same file. */
export function validateClusterRoleBinding(binding: ObjectView): void {
  validateBinding(binding, ['ClusterRole'], false);
}

function validateBinding(binding: ObjectView, kinds: readonly string[], isNamespaced: boolean): void {
  const role = binding.struct('roleRef');
  // SetDefaults_RoleBinding and SetDefaults_ClusterRoleBinding fill in an empty group.
  const group = role.text('apiGroup');
  if (group !== '' && group !== RBAC_GROUP) {
    role.notSupported('apiGroup', [RBAC_GROUP]);
  }
  const kind = role.text('kind');
  if (!kinds.includes(kind)) role.notSupported('kind', kinds, { value: kind });
  const name = role.text('name');
  if (name === '') role.required('name');
  else role.allInvalid('name', pathSegmentErrors(name));
  for (const subject of binding.objects('subjects')) validateSubject(subject, isNamespaced);
}
