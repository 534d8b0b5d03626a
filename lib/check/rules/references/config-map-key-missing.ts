import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { configExample } from './pods/config-example';
import { reportMissingKeys } from './pods/report-missing-keys';

export default defineRule({
  code: 'K306',
  name: 'config-map-key-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['ConfigMap'],
  summary: 'A pod that takes a key of a ConfigMap which does not have it',
  explanation: `A variable whose key the ConfigMap does not have keeps its container in CreateContainerConfigError, and an item of a
volume keeps the pod in ContainerCreating: the ConfigMap being there is not enough. Keys are those of \`data\` and \`binaryData\`, upper
and lower case told apart.

Fields with \`optional: true\` are not looked at, nor ConfigMaps that something else is told to fill in, by an annotation or in
\`external\`. One without any key is a warning, as some are made empty to be filled in later.`,
  bad: [
    { title: 'a variable', manifests: configExample({ kind: 'ConfigMap', by: 'env', key: 'LOGLEVEL' }) },
    { title: 'a file', manifests: configExample({ kind: 'ConfigMap', by: 'item', key: 'log-level' }) },
  ],
  good: [
    { title: 'a variable', manifests: configExample({ kind: 'ConfigMap', by: 'env' }) },
    { title: 'a file', manifests: configExample({ kind: 'ConfigMap', by: 'item' }) },
  ],
  check(entry, context) {
    reportMissingKeys('ConfigMap', entry, context);
  },
});
