import { listField, objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { RBAC } from './rbac/rbac-group';

export default defineRule({
  code: 'K329',
  name: 'aggregated-role-rules',
  group: 'references',
  severity: 'warning',
  kinds: [`${RBAC}/ClusterRole`],
  summary: 'A ClusterRole with rules of its own beside an aggregationRule',
  explanation: `The rules of a ClusterRole with an \`aggregationRule\` are made of the roles that it gathers. What is written in \`rules\` is overwritten by the
control plane, and each apply writes it anew: for a moment it is granted, and then it is not.

Put the rules into a ClusterRole of their own, with the label that the first one gathers by.`,
  bad: aggregated('[{ apiGroups: [""], resources: [pods], verbs: [get] }]'),
  good: aggregated('[]'),
  check(entry, { report }) {
    if (objectField(entry.object, 'aggregationRule') === undefined) return;
    const count = listField(entry.object, 'rules').length;
    if (count === 0) return;
    report({
      object: entry,
      path: '/rules',
      title: `${objectTitle(entry)} has ${count === 1 ? 'a rule' : `${count} rules`} of its own beside an aggregationRule`,
      label: 'is overwritten',
      others: [{ entry, path: '/aggregationRule', label: 'its rules are made of what this selects' }],
      // syncClusterRole, pkg/controller/clusterroleaggregation
      notes: ['the control plane overwrites `rules` with those of the roles that it gathers'],
      help: [
        'put the rules into a ClusterRole with the label that this one gathers by, and write `rules: []` here',
      ],
    });
  },
});

function aggregated(rules: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: monitoring
aggregationRule:
  clusterRoleSelectors:
    - matchLabels: { rbac.authorization.k8s.io/aggregate-to-view: "true" }
rules: ${rules}
`;
}
