import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webBudget } from './budget/web-budget';
import { webWorkload } from './example/web-workload';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { reportNoPod } from './selection/report-no-pod';

const CODE = 'K357';
const WEB = webWorkload({ replicas: 3 });

export default defineRule({
  code: CODE,
  name: 'budget-selects-no-pod',
  group: 'references',
  severity: 'error',
  kinds: ['policy/PodDisruptionBudget'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A PodDisruptionBudget whose selector matches no pod',
  explanation: `A PodDisruptionBudget protects the pods of its own namespace that its selector selects. When there are none, the pods that were meant have no
protection: a drain of their nodes removes all of them at a time. The API server accepts any selector.

An empty selector selects every pod of the namespace, and is not reported. Pods that something else makes are declared in \`external\`.`,
  bad: webBudget({ selector: 'app: wep' }) + WEB,
  good: webBudget() + WEB,
  check(entry, context) {
    const selector = objectField(objectField(entry.object, 'spec'), 'selector');
    if (selector === undefined) return;
    reportNoPod(
      {
        code: CODE,
        from: entry,
        path: '/spec/selector',
        selector,
        namespace: entry.namespace,
        severity: 'error',
        title: `${objectTitle(entry)} protects no pod`,
        // trySync, pkg/controller/disruption/disruption.go
        consequence: 'the disruption controller says: No matching pods found',
      },
      context,
    );
  },
});
