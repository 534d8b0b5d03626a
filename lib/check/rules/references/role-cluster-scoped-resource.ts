import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { policyRules, showPolicyRule } from './rbac/policy-rules';
import { ANY, clusterOnlyVerbs, isJudgedGroup, isKnownResource } from './rbac/resource-scope';
import { verbsInWords } from './rbac/verbs-in-words';

export default defineRule({
  code: 'K322',
  name: 'role-cluster-scoped-resource',
  group: 'references',
  severity: 'warning',
  kinds: ['rbac.authorization.k8s.io/Role'],
  summary: 'A Role that grants what only a ClusterRole can grant',
  explanation: `A Role grants requests that are made in its namespace. Requests for resources that live in no namespace, such as nodes or
PersistentVolumes, never are: a Role that names them is accepted and grants nothing.

\`namespaces\` is a case of its own. \`get\`, \`update\`, \`patch\` and \`delete\` of a Namespace count as made in it, so a Role grants them for
its own; \`list\`, \`watch\` and \`create\` do not.

Write a ClusterRole with a ClusterRoleBinding, or leave the resource out.`,
  bad: [
    { title: 'the list of namespaces', manifests: manifests('Role', 'namespaces', 'get, list') },
    { title: 'nodes', manifests: manifests('Role', 'nodes', 'get') },
  ],
  good: [
    { title: 'a ClusterRole', manifests: manifests('ClusterRole', 'namespaces, nodes', 'get, list') },
    { title: 'its own Namespace', manifests: manifests('Role', 'namespaces', 'get') },
  ],
  check(entry, { target, report }) {
    for (const rule of policyRules(entry.object)) {
      const { apiGroups, resources, verbs } = rule;
      if (!apiGroups.every(isJudgedGroup)) continue;
      for (const [index, resource] of resources.entries()) {
        const groups = apiGroups.filter((group) => resource !== ANY && isKnownResource(group, resource));
        const [futile = [], ...others] = groups.map((group) =>
          clusterOnlyVerbs(group, resource, verbs, target),
        );
        // Where two groups have a resource of that name, one of them may be the one that is meant.
        if (futile.length === 0 || others.some((each) => each.length === 0)) continue;
        const isAll = futile.length === verbs.length;
        report({
          object: entry,
          path: jsonPointer('/rules', rule.index, 'resources', index),
          title: `${objectTitle(entry)} cannot grant ${verbsInWords(futile)} on \`${resource}\`, which live in no namespace`,
          label: showPolicyRule(rule),
          notes: [
            isAll
              ? 'the API server accepts it; it grants nothing'
              : `the API server accepts it; it grants ${verbsInWords(verbs.filter((verb) => !futile.includes(verb)))} of the Role's own Namespace alone`,
          ],
          help: [
            `grant it by a ClusterRole and a ClusterRoleBinding, or leave ${isAll ? `\`${resource}\`` : verbsInWords(futile)} out`,
          ],
        });
      }
    }
  },
});

function manifests(kind: string, resources: string, verbs: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: reader${kind === 'Role' ? '\n  namespace: team-a' : ''}
rules:
  - apiGroups: [""]
    resources: [${resources}]
    verbs: [${verbs}]
`;
}
