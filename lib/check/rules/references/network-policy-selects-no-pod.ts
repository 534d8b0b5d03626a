import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { webPolicy } from './network/web-policy';
import { reportNoPod } from './selection/report-no-pod';

const CODE = 'K363';
const RULES = '  policyTypes: [Ingress]\n  ingress: []\n';

export default defineRule({
  code: CODE,
  name: 'network-policy-selects-no-pod',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A NetworkPolicy whose podSelector matches no pod',
  explanation: `A NetworkPolicy holds for the pods of its own namespace that \`podSelector\` selects. When it selects none, the pods that were meant are as open
as before, and nothing tells. The API server accepts any selector.

An empty \`podSelector\` selects every pod of the namespace, and is not reported. Pods that something else makes are declared in \`external\`.`,
  bad: webPolicy({ selector: 'matchLabels: { app: wep }', rules: RULES }) + webWorkload(),
  good: webPolicy({ rules: RULES }) + webWorkload(),
  check(entry, context) {
    const selector = objectField(objectField(entry.object, 'spec'), 'podSelector');
    if (selector === undefined) return;
    reportNoPod(
      {
        code: CODE,
        from: entry,
        path: '/spec/podSelector',
        selector,
        namespace: entry.namespace,
        severity: 'warning',
        title: `${objectTitle(entry)} holds for no pod`,
        consequence: 'it neither allows nor forbids anything',
      },
      context,
    );
  },
});
