import { isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { podExample } from '../hygiene/pods/pod-example';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { credentialIn } from './leak/credential-in';

const ID = ['AKIA', 'Q3EXVTLPNOIWBSZD'].join('');

export default defineRule({
  code: 'K711',
  name: 'credential-in-plain-text',
  group: 'rendering',
  severity: 'warning',
  kinds: ['ConfigMap', ...WORKLOAD_KINDS],
  summary: 'A private key, a token or a password of a URL in what everybody may read',
  explanation: `What is rendered is committed, and a ConfigMap or a workload is read by whoever may look at the namespace. A private key, an access key, a token
or a URL with a password in it belongs into a Secret that is filled from outside of Git: by an operator such as External Secrets, sealed, or by hand.

It is found by its shape. Placeholders, \`$(VARIABLES)\`, paths and names of Secrets are none. What was committed once has to be changed, not only
removed: it stays in the history.`,
  bad: podExample({ container: ['env:', '  - name: KEY_ID', `    value: ${ID}`] }),
  good: podExample({
    container: ['env:', '  - name: DATABASE_URL', "    value: 'postgres://app:$(PASSWORD)@db/app'"],
  }),
  check(entry, context) {
    const { spec, data } = entry.object;
    const visit = (value: JsonValue | undefined, way: readonly string[]): void => {
      if (typeof value === 'string') {
        const what = credentialIn(value);
        if (what === undefined) return;
        const path = jsonPointer('', ...way);
        context.report({
          object: entry,
          path,
          title: `${objectTitle(entry)} shows ${what} in plain text`,
          label: `${fieldName(path)} holds ${what}`,
          notes: ['whoever reads the repository or the object has it'],
          help: [
            'put it into a Secret that is not rendered, and name that here; then make a new one, as this one is known',
          ],
        });
        return;
      }
      if (isList(value)) value.forEach((item, index) => visit(item, [...way, String(index)]));
      else if (isJsonObject(value)) {
        for (const [key, member] of Object.entries(value)) visit(member, [...way, key]);
      }
    };
    visit(entry.kind === 'ConfigMap' ? data : spec, [entry.kind === 'ConfigMap' ? 'data' : 'spec']);
  },
});

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
