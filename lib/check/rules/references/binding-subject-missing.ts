import { isJsonObject, listField, textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { bindingExample } from './rbac/binding-example';
import { RBAC } from './rbac/rbac-group';

const CODE = 'K324';

export default defineRule({
  code: CODE,
  name: 'binding-subject-missing',
  group: 'references',
  severity: 'error',
  kinds: [`${RBAC}/ClusterRoleBinding`, `${RBAC}/RoleBinding`],
  reads: ['ServiceAccount', ...RBAC_KINDS],
  summary: 'A binding for a ServiceAccount that is not there',
  explanation: `A binding names its ServiceAccounts by name and namespace, and the API server looks for neither. A slip in either grants nothing to the one
that was meant, and everything to whoever can make an account of that name.

Where nothing of the set is in the account's namespace it is a warning: it may be somebody else's. Users and groups are names that no object
holds; they are not looked at.`,
  bad: bindingExample({ account: 'wep' }),
  good: bindingExample(),
  check(entry, context) {
    for (const [index, subject] of listField(entry.object, 'subjects').entries()) {
      if (!isJsonObject(subject) || subject.kind !== 'ServiceAccount') continue;
      const name = textField(subject, 'name');
      const namespace = textField(subject, 'namespace');
      if (name === undefined || namespace === undefined) continue;
      const isOurs = context.set.inNamespace(namespace).length > 0;
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: jsonPointer('/subjects', index, 'name'),
          verb: 'is for',
          target: { group: '', kind: 'ServiceAccount', namespace, name },
          ...(!isOurs && { severity: 'warning' }),
          consequences: [
            `what it grants goes to whoever makes the ServiceAccount \`${namespace}/${name}\``,
            ...(isOurs ? [] : [`nothing of the set is in \`${namespace}\``]),
          ],
          ownNamespaceOnly: `the binding says \`${namespace}\``,
        },
        context,
      );
    }
  },
});
