import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { configExample } from './pods/config-example';
import { reportMissingKeys } from './pods/report-missing-keys';

export default defineRule({
  code: 'K308',
  name: 'secret-key-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['Secret'],
  summary: 'A pod that takes a key of a Secret which does not have it',
  explanation: `A variable whose key the Secret does not have keeps its container in CreateContainerConfigError, and an item of a volume
keeps the pod in ContainerCreating: the Secret being there is not enough. Keys are those of \`data\` and \`stringData\`, upper and lower
case told apart; those of a SealedSecret, an ExternalSecret that names each, a Certificate and the like are known too.

Fields with \`optional: true\` are not looked at, nor Secrets that something else is told to fill in, by an annotation or in
\`external\`. One without any key is a warning, as some are made empty to be filled in later.`,
  bad: [
    { title: 'a variable', manifests: configExample({ kind: 'Secret', by: 'env', key: 'LOGLEVEL' }) },
    { title: 'a file', manifests: configExample({ kind: 'Secret', by: 'item', key: 'log-level' }) },
  ],
  good: [
    { title: 'a variable', manifests: configExample({ kind: 'Secret', by: 'env' }) },
    { title: 'a file', manifests: configExample({ kind: 'Secret', by: 'item' }) },
  ],
  check(entry, context) {
    reportMissingKeys('Secret', entry, context);
  },
});
