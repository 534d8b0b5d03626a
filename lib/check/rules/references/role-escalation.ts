import { isJsonObject, listField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { type PolicyRule, policyRules, showPolicyRule } from './rbac/policy-rules';
import { ESCALATIONS, type Escalation } from './rbac/escalations';
import { boundEverywhere } from './rbac/bound-everywhere';
import { RBAC } from './rbac/rbac-group';
import { ANY } from './rbac/resource-scope';
import { roleExample } from './rbac/role-example';
import { verbsInWords } from './rbac/verbs-in-words';

export default defineRule({
  code: 'K327',
  name: 'role-escalation',
  group: 'references',
  severity: 'warning',
  kinds: [`${RBAC}/ClusterRole`, `${RBAC}/Role`],
  reads: [`${RBAC}/ClusterRoleBinding`],
  summary: 'A Role by which its holder can get more than it grants',
  explanation: `Some rights are worth more than they seem. Who may \`escalate\` or \`bind\` roles can grant anything to anybody; who may \`impersonate\` is
whoever that is; who may create tokens of ServiceAccounts (\`serviceaccounts/token\`) has what these have; \`nodes/proxy\` reaches the kubelet,
and with that runs commands in every pod of the node, past admission and the audit log. \`pods/exec\`, \`pods/attach\` and \`pods/ephemeralcontainers\`
of all namespaces give what every pod has.

Kubernetes' documentation lists them as the ways of privilege escalation. Where it cannot be avoided, name what it is about: rules with \`resourceNames\` are not
reported, nor are those that grant everything by \`*\`, which is plain to see.`,
  bad: [
    {
      title: 'the binding of any role',
      manifests: roleExample({ group: RBAC, resources: 'rolebindings, roles', verbs: 'create, bind' }),
    },
    {
      title: 'the kubelet',
      manifests: roleExample({ kind: 'ClusterRole', resources: 'nodes/proxy', verbs: 'get' }),
    },
  ],
  good: [
    {
      title: 'the binding of one',
      manifests: roleExample({ group: RBAC, resources: 'roles', verbs: 'bind', names: 'reader' }),
    },
    {
      title: 'figures of nodes',
      manifests: roleExample({ kind: 'ClusterRole', resources: 'nodes/metrics', verbs: 'get' }),
    },
  ],
  check(entry, context) {
    const written = listField(entry.object, 'rules');
    for (const rule of policyRules(entry.object)) {
      const source = written[rule.index];
      if (isJsonObject(source) && listField(source, 'resourceNames').length > 0) continue;
      const found = ESCALATIONS.flatMap((each) => grantOf(each, rule, entry, context));
      const [first, ...more] = found;
      if (first === undefined) continue;
      context.report({
        object: entry,
        path: jsonPointer('/rules', rule.index, 'resources', rule.resources.indexOf(first.resource)),
        title: `${objectTitle(entry)} grants ${verbsInWords(first.verbs)} on \`${first.resource}\`, by which its holder can get more than that`,
        label: showPolicyRule(rule),
        notes: [...new Set([first, ...more].map(({ escalation }) => escalation.gives))],
        help: [first.escalation.instead],
      });
    }
  },
});

interface Grant {
  readonly escalation: Escalation;
  readonly resource: string;
  readonly verbs: readonly string[];
}

function grantOf(
  escalation: Escalation,
  { apiGroups, resources, verbs }: PolicyRule,
  entry: ObjectEntry,
  context: CheckContext,
): readonly Grant[] {
  if (!apiGroups.includes(escalation.group) && !apiGroups.includes(ANY)) return [];
  const granted = verbs.filter((verb) => verb === ANY || escalation.verbs.includes(verb));
  // All of a group by `*` is wide, and told of as that.
  const resource = resources.find((each) => escalation.resources.includes(each));
  if (resource === undefined || granted.length === 0) return [];
  if (escalation.isWideOnly && !boundEverywhere(entry, context)) return [];
  return [{ escalation, resource, verbs: granted }];
}
