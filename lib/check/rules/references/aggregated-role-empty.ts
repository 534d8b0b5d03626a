import { isJsonObject, listField, objectField, textMapField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { allowanceHelp } from '../../allowance-help';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { RBAC } from './rbac/rbac-group';
import { selectorRequirements } from './selection/selector-requirements';
import { showMap } from './selection/show-labels';
import { showSelector } from './selection/show-selector';

const CODE = 'K328';

/** The labels of roles that come with Kubernetes (bootstrappolicy/policy.go). */
const BUILT_IN =
  /^(?:rbac\.authorization\.k8s\.io\/aggregate-to-(?:admin|edit|view)|kubernetes\.io\/bootstrapping)$/;

export default defineRule({
  code: CODE,
  name: 'aggregated-role-empty',
  group: 'references',
  severity: 'warning',
  kinds: [`${RBAC}/ClusterRole`],
  summary: 'A ClusterRole that gathers roles which are not there',
  explanation: `A ClusterRole with an \`aggregationRule\` has the rules of all ClusterRoles that one of its selectors selects by their labels. A selector that
selects none adds nothing; where all of them do, the role grants nothing.

It may be meant for roles that come later, with what they are for: declare them in \`external\`, with their labels.`,
  bad: aggregated('true', 'false'),
  good: aggregated('true', 'true'),
  check(entry, context) {
    const selectors = listField(objectField(entry.object, 'aggregationRule'), 'clusterRoleSelectors');
    for (const [index, selector] of selectors.entries()) {
      const requirements = isJsonObject(selector) ? selectorRequirements(selector) : undefined;
      if (!isJsonObject(selector) || requirements === undefined || requirements.length === 0) continue;
      if (requirements.some(({ key }) => BUILT_IN.test(key))) continue;
      const found = context.set.selection(RBAC, 'ClusterRole', '', requirements);
      if (found.take(2).some((each) => each !== entry)) continue;
      const labels = textMapField(selector, 'matchLabels');
      if (context.external.mayBeSelected(RBAC, 'ClusterRole', '', labels)) continue;
      context.report({
        object: entry,
        path: jsonPointer('/aggregationRule/clusterRoleSelectors', index),
        title: `${objectTitle(entry)} gathers ClusterRoles by \`${showSelector(selector)}\`, and there are none`,
        label: 'selects no ClusterRole',
        // syncClusterRole, pkg/controller/clusterroleaggregation
        notes: [
          selectors.length === 1
            ? 'its rules are those of the roles that it gathers: it grants nothing'
            : 'this selector adds nothing to its rules',
        ],
        help: [
          allowanceHelp(
            CODE,
            entry,
            'such roles come later',
            `{ kind: '${RBAC}/ClusterRole', labels: ${showMap(labels)} }`,
          ),
        ],
      });
    }
  },
});

function aggregated(asked: string, given: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: monitoring
aggregationRule:
  clusterRoleSelectors:
    - matchLabels: { example.com/aggregate-to-monitoring: "${asked}" }
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: monitoring-endpoints
  labels: { example.com/aggregate-to-monitoring: "${given}" }
rules:
  - apiGroups: [""]
    resources: [services]
    verbs: [get]
`;
}
