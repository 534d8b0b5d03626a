import { dns1123SubdomainErrors } from '../../../model/names/dns1123-subdomain';
import { type ObjectView } from '../object-view';

/** The API group of roles, and of users and groups. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** ValidateRoleBindingSubject in pkg/apis/rbac/validation/validation.go, after SetDefaults_Subject. */
export function validateSubject(subject: ObjectView, isNamespaced: boolean): void {
  const name = subject.text('name');
  const group = subject.text('apiGroup');
  if (name === '') subject.required('name');
  switch (subject.text('kind')) {
    case 'ServiceAccount':
      if (name !== '') {
        subject.allInvalid('name', dns1123SubdomainErrors(name), {
          help: 'write the name of the ServiceAccount alone, and its namespace in `namespace`',
        });
      }
      if (group !== '') {
        subject.notSupported('apiGroup', [''], { help: 'remove it: ServiceAccounts are of the core group' });
      }
      if (!isNamespaced && subject.text('namespace') === '') {
        subject.required('namespace', '', {
          help: 'set `namespace`: a ClusterRoleBinding has none that it could be taken from',
        });
      }
      return;
    case 'User':
    case 'Group':
      if (group !== '' && group !== RBAC_GROUP) subject.notSupported('apiGroup', [RBAC_GROUP]);
      return;
    default:
      subject.notSupported('kind', ['ServiceAccount', 'User', 'Group'], { value: subject.text('kind') });
  }
}
