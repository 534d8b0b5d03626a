import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K626',
  name: 'no-rollback',
  group: 'hygiene',
  severity: 'info',
  kinds: ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet'],
  summary: 'A workload that keeps no former version',
  explanation: `With \`revisionHistoryLimit: 0\` nothing is left to go back to: \`kubectl rollout undo\` fails. Old ReplicaSets cost nothing but an object each.`,
  bad: podExample({ spec: ['revisionHistoryLimit: 0'] }),
  good: podExample(),
  check(entry, context) {
    if (objectField(entry.object, 'spec')?.revisionHistoryLimit !== 0) return;
    context.report({
      object: entry,
      path: '/spec/revisionHistoryLimit',
      title: `${objectTitle(entry)} cannot be rolled back`,
      label: 'revisionHistoryLimit is 0',
      help: ['leave it out; ten are kept then'],
    });
  },
});
