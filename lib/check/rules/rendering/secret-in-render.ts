import { isJsonObject, textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { isPlaceholder } from './leak/credential-in';

const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  namespace: shop\n';

export default defineRule({
  code: 'K713',
  name: 'secret-in-render',
  group: 'rendering',
  severity: 'warning',
  isOptIn: true,
  kinds: ['Secret'],
  summary: 'A Secret whose values are rendered',
  explanation: `What is rendered is committed: base64 hides nothing. Values of Secrets come from outside of Git, by External Secrets, a vault, sealed or by hand.

It is for projects that commit what they render, and so has to be switched on.`,
  bad: `${SECRET}stringData:\n  password: hunter2-and-more\n`,
  good: `${SECRET}stringData:\n  password: \${PASSWORD}\n`,
  check(entry, { report }) {
    for (const field of ['stringData', 'data']) {
      const values = entry.object[field];
      const keys = isJsonObject(values)
        ? Object.keys(values).filter((key) => {
            const value = textField(values, key);
            return value !== undefined && !isPlaceholder(value);
          })
        : [];
      const [first] = keys;
      if (first === undefined) continue;
      report({
        object: entry,
        path: jsonPointer('', field, first),
        title: `${objectTitle(entry)} is rendered with its values`,
        label: `${field} has ${keys.map((key) => `\`${key}\``).join(', ')}`,
        notes: ['base64 is no encryption: whoever reads the repository has them'],
        help: [
          'let an operator make the Secret (External Secrets, Sealed Secrets), and render only what it needs',
        ],
      });
      return;
    }
  },
});
