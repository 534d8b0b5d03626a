import { isJsonObject, listField, textField } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { hygienePod } from '../hygiene/pods/hygiene-pods';
import { podExample } from '../hygiene/pods/pod-example';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { credentialIn, isPlaceholder } from './leak/credential-in';

/** Names of variables that hold a secret themselves, and not where it lies. */
const SECRET_NAME =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|API_?KEY|ACCESS_KEY|PRIVATE_KEY|AUTH_TOKEN|ACCESS_TOKEN|API_TOKEN|CLIENT_SECRET)$/i;

export default defineRule({
  code: 'K712',
  name: 'password-in-environment',
  group: 'rendering',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'An environment variable such as PASSWORD with its value in plain text',
  explanation: `A variable that is called \`PASSWORD\`, \`API_KEY\` or the like, with a value beside it, is in the repository, in the object and in every
\`kubectl describe\`. Take it from a Secret with \`valueFrom.secretKeyRef\`.

Placeholders, \`$(VARIABLES)\`, paths and words such as \`true\` are no secrets, nor are variables that say where one lies (\`..._FILE\`, \`..._NAME\`).`,
  bad: podExample({ container: ['env:', '  - name: DB_PASSWORD', '    value: hunter2-and-more'] }),
  good: podExample({
    container: [
      'env:',
      '  - name: DB_PASSWORD',
      "    value: '$(OTHER)'",
      '  - name: DB_PASSWORD_FILE',
      '    value: /run/secrets/db',
    ],
  }),
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined) return;
    for (const { container, pointer, name } of pod.containers) {
      listField(container, 'env').forEach((variable, index) => {
        const key = secretVariable(variable);
        if (key === undefined) return;
        context.report({
          object: entry,
          path: `${pointer}/env/${index}/value`,
          title: `container \`${name}\` of ${objectTitle(entry)} has \`${key}\` in plain text`,
          label: `${key} has a value`,
          notes: ['whoever reads the repository or the object has it'],
          help: [`take it from a Secret: valueFrom: { secretKeyRef: { name: <secret>, key: <key> } }`],
        });
      });
    }
  },
});

/** The name of a variable that has a secret for its value; undefined for others. */
function secretVariable(variable: JsonValue): string | undefined {
  if (!isJsonObject(variable)) return undefined;
  const key = textField(variable, 'name') ?? '';
  const value = textField(variable, 'value');
  return value === undefined || !SECRET_NAME.test(key) || isHarmless(value) ? undefined : key;
}

/** What is told by its shape is told by K711. */
function isHarmless(value: string): boolean {
  return (
    isPlaceholder(value) ||
    /^(?:\/|\.\/|file:)/.test(value) ||
    /^\d{1,5}$/.test(value) ||
    credentialIn(value) !== undefined
  );
}
