import { textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K625',
  name: 'token-mounted',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  reads: ['ServiceAccount'],
  summary: 'A pod that gets a token of the ServiceAccount `default`',
  explanation: `Every pod gets a token for the API server, unless somebody says no. A pod that names no ServiceAccount does not use it: whoever takes it over may.`,
  bad: podExample(),
  good: podExample({ pod: ['automountServiceAccountToken: false'] }),
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined || pod.spec.automountServiceAccountToken !== undefined) return;
    const account = textField(pod.spec, 'serviceAccountName') ?? textField(pod.spec, 'serviceAccount');
    if (account !== undefined && account !== 'default') return;
    const own = context.set.find('', 'ServiceAccount', entry.namespace, 'default');
    if (own?.object.automountServiceAccountToken === false) return;
    context.report({
      object: entry,
      path: `${pod.specPointer}/automountServiceAccountToken`,
      title: `${entry.kind === 'Pod' ? `${objectTitle(entry)} gets` : `pods of ${objectTitle(entry)} get`} a token for the API server, which ${entry.kind === 'Pod' ? 'it hardly uses' : 'they hardly use'}`,
      label: 'neither serviceAccountName nor automountServiceAccountToken is set',
      help: ['set `automountServiceAccountToken: false`, or name a ServiceAccount of its own'],
    });
  },
});
