import { isJsonList } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type JsonValue } from '../../../model/json-value';
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
    const field = entry.kind === 'ConfigMap' ? 'data' : 'spec';
    const whole = entry.object[field];
    if (!showsAny(whole)) return;
    for (const { way, what } of credentials(whole)) {
      const path = jsonPointer('', field, ...way);
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
    }
  },
});

/** Whether any text below a value shows something: hardly one does, and this comes by nearly all there are. */
function showsAny(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return credentialIn(value) !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  if (isJsonList(value)) return value.some(showsAny);
  // No list of keys is made. Objects of a set inherit nothing that this would come upon.
  for (const key in value) if (showsAny(value[key])) return true;
  return false;
}

interface Shown {
  /** The steps that lead there. */
  readonly way: readonly string[];
  readonly what: string;
}

/** What the texts below a value show, and where. */
function credentials(value: JsonValue | undefined): readonly Shown[] {
  if (typeof value === 'string') {
    const what = credentialIn(value);
    return what === undefined ? [] : [{ way: [], what }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries<JsonValue>(value as Readonly<Record<string, JsonValue>>).flatMap(([step, member]) =>
    credentials(member).map(({ way, what }) => ({ way: [step, ...way], what })),
  );
}
