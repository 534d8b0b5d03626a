import { textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { pullSecretExample } from './pods/pull-secret-example';
import { pullSecrets } from './pods/pull-secrets';

/** secretsToTrackedDockerConfigs, pkg/credentialprovider/secrets/secrets.go */
const TYPES: ReadonlySet<string> = new Set(['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg']);

export default defineRule({
  code: 'K312',
  name: 'pull-secret-type',
  group: 'references',
  severity: 'error',
  kinds: [...WORKLOAD_KINDS, 'ServiceAccount'],
  reads: ['Secret'],
  summary: 'A pull secret of a type that the kubelet does not look into',
  explanation: `The kubelet takes credentials from Secrets of the types \`kubernetes.io/dockerconfigjson\` and \`kubernetes.io/dockercfg\`
alone. Any other is passed over without a word, and the image is pulled without credentials.

The type of a Secret cannot be changed: delete it and make it anew, as \`kubectl create secret docker-registry\` does.`,
  bad: pullSecretExample({ type: 'Opaque' }),
  good: pullSecretExample({}),
  check(entry, { set, report }) {
    for (const { name, path } of pullSecrets(entry.object)) {
      const secret = set.findAll('', 'Secret', entry.namespace, name).at(-1);
      if (secret === undefined) continue;
      const type = textField(secret.object, 'type') ?? 'Opaque';
      if (TYPES.has(type)) continue;
      report({
        object: entry,
        path,
        title: `${objectTitle(entry)} pulls images with ${objectTitle(secret)}, which is no pull secret`,
        label: `${fieldName(path)} is \`${name}\``,
        others: [{ entry: secret, path: '/type', label: `type is \`${type}\`` }],
        notes: [
          'the kubelet passes over Secrets of other types in silence, and pulls without credentials',
          'the type of a Secret that is there cannot be changed: it has to be deleted and made anew',
        ],
        help: ['give it the type `kubernetes.io/dockerconfigjson` and the key `.dockerconfigjson`'],
      });
    }
  },
});
