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
    const [field, whole] = entry.kind === 'ConfigMap' ? ['data', data] : ['spec', spec];
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

interface Shown {
  /** The steps that lead there. */
  readonly way: readonly string[];
  readonly what: string;
}

const NONE: readonly Shown[] = [];

/** What the texts below a value show. Steps are put together on the way back, since hardly any text shows anything. */
function credentials(value: JsonValue | undefined): readonly Shown[] {
  if (typeof value === 'string') {
    const what = credentialIn(value);
    return what === undefined ? NONE : [{ way: [], what }];
  }
  if (typeof value !== 'object' || value === null) return NONE;
  let all: Shown[] | undefined;
  for (const [step, member] of Object.entries<JsonValue>(value as Readonly<Record<string, JsonValue>>)) {
    for (const { way, what } of credentials(member)) (all ??= []).push({ way: [step, ...way], what });
  }
  return all ?? NONE;
}
