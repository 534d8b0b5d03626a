import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { configExample } from './pods/config-example';
import { reportMissingObjects } from './pods/report-missing-objects';

const CODE = 'K303';

export default defineRule({
  code: CODE,
  name: 'config-map-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['ConfigMap', ...RBAC_KINDS],
  summary: 'A pod that takes variables or files from a ConfigMap which is not there',
  explanation: `The API server accepts any name. A variable from a ConfigMap that does not exist keeps its container in
CreateContainerConfigError; a volume keeps the whole pod in ContainerCreating. Both go on as soon as the ConfigMap is there.

Fields with \`optional: true\` are not looked at, and what well-known custom resources ask their operators for counts as there: the
generators of a kustomization, the Bundle of trust-manager. So does a name that begins with that of another custom resource of the
namespace. Where a program of the set may create ConfigMaps, or is given the name as an argument, it is a warning.

Where something else makes the ConfigMap, declare it in \`external\`.`,
  bad: [
    {
      title: 'variables',
      manifests: configExample({ kind: 'ConfigMap', by: 'envFrom', named: 'web-confg' }),
    },
    { title: 'a volume', manifests: configExample({ kind: 'ConfigMap', by: 'volume', named: 'web-confg' }) },
  ],
  good: [
    { title: 'variables', manifests: configExample({ kind: 'ConfigMap', by: 'envFrom' }) },
    { title: 'a volume', manifests: configExample({ kind: 'ConfigMap', by: 'volume' }) },
    {
      title: 'declared to be made by something else',
      manifests: configExample({ kind: 'ConfigMap', by: 'envFrom', named: 'shared', isElsewhere: true }),
      external: { objects: [{ kind: 'ConfigMap', namespace: 'shop', name: 'shared', from: 'the base' }] },
    },
  ],
  check(entry, context) {
    reportMissingObjects(CODE, 'ConfigMap', entry, context);
  },
});
