import { jsonPointer } from '../../../model/json-pointer';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { groupInWords, noResourceOf } from './rbac/group-in-words';
import { type PolicyRule, policyRules, showPolicyRule } from './rbac/policy-rules';
import { ANY, clusterOnlyVerbs, isJudgedGroup, isKnownResource } from './rbac/resource-scope';
import { type ResourceSuggestion, suggestResources } from './rbac/resource-suggestions';
import { verbsInWords } from './rbac/verbs-in-words';

export default defineRule({
  code: 'K321',
  name: 'role-unknown-resource',
  group: 'references',
  severity: 'error',
  kinds: ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'],
  summary: 'A Role that grants a resource which its API group does not have',
  explanation: `The API server accepts any text in \`resources\`, and compares it with requests. A resource is named by its plural in lower
case, as \`kubectl api-resources\` lists it: \`namespaces\`, not \`namespace\` or \`Namespace\`. A name that no request has grants nothing.

It has to be a resource of one of the \`apiGroups\` of the same rule: \`deployments\` is in \`apps\`, not in the core group. Subresources are
written \`pods/log\`. \`*\` stands for all resources and \`*/scale\` for this subresource of all, but \`pods/*\` for nothing.

Where all resources of a rule are such it grants nothing, and that is an error; where others stand beside it in the rule it is a warning, since
those are granted, and what was meant may be among them. Groups that are not built into Kubernetes are not judged.`,
  bad: [
    { title: 'a singular', manifests: manifests('Role', '""', 'namespace', 'get') },
    { title: 'a resource of another group', manifests: manifests('Role', '""', 'deployments', 'get') },
    {
      title: 'a subresource that is not there',
      manifests: manifests('ClusterRole', '""', 'pods/logs', 'get'),
    },
  ],
  good: [
    { title: 'the plural', manifests: manifests('ClusterRole', '""', 'namespaces', 'get') },
    { title: 'its group', manifests: manifests('Role', 'apps', 'deployments', 'get') },
    { title: 'the subresource', manifests: manifests('ClusterRole', '""', 'pods/log', 'get') },
  ],
  check(entry, context) {
    for (const rule of policyRules(entry.object)) {
      const { apiGroups, resources } = rule;
      // What other groups have is not known here.
      if (apiGroups.length === 0 || !apiGroups.every(isJudgedGroup)) continue;
      const isKnown = (resource: string): boolean =>
        apiGroups.some((group) => isKnownResource(group, resource));
      const known = resources.filter(isKnown);
      for (const [index, resource] of resources.entries()) {
        if (resource !== '' && !isKnown(resource)) report(entry, rule, index, known, context);
      }
    }
  },
});

function report(
  entry: ObjectEntry,
  rule: PolicyRule,
  index: number,
  known: readonly string[],
  context: RuleContext,
): void {
  const { apiGroups, resources } = rule;
  const resource = resources[index] ?? '';
  const meant = suggestResources(resource, apiGroups);
  const isWildcard = resource !== ANY && resource.endsWith(`/${ANY}`);
  context.report({
    object: entry,
    path: jsonPointer('/rules', rule.index, 'resources', index),
    ...(known.length > 0 && { severity: 'warning' }),
    title: `${objectTitle(entry)} grants the unknown resource \`${resource}\``,
    label: showPolicyRule(rule),
    notes: [
      `the API server accepts any string here; ${
        isWildcard ? 'a `*` after a slash stands for nothing' : `${noResourceOf(apiGroups)} has this name`
      }`,
      ...(known.length === 0
        ? []
        : [`the rule grants the rest: ${known.map((each) => `\`${each}\``).join(', ')}`]),
    ],
    help: meant.map((each) => help(each, apiGroups)),
    caveats: caveats(entry, rule, meant, context),
  });
}

function help({ group, resource }: ResourceSuggestion, groups: readonly string[]): string {
  if (groups.includes(group)) return `did you mean \`${resource}\`?`;
  return `\`${resource}\` is in the group ${groupInWords(group)}: write apiGroups ["${group}"]`;
}

/** What the resource that was meant cannot be granted by a Role. */
function caveats(
  entry: ObjectEntry,
  { verbs }: PolicyRule,
  [meant]: readonly ResourceSuggestion[],
  { target }: RuleContext,
): readonly string[] {
  if (entry.kind !== 'Role' || meant === undefined) return [];
  const futile = clusterOnlyVerbs(meant.group, meant.resource, verbs, target);
  if (futile.length === 0) return [];
  return [
    `in a Role, ${verbsInWords(futile)} on a cluster-scoped resource grant${futile.length === 1 ? 's' : ''} nothing: that needs a ClusterRole`,
  ];
}

function manifests(kind: string, group: string, resource: string, verb: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: reader${kind === 'Role' ? '\n  namespace: team-a' : ''}
rules:
  - apiGroups: [${group}]
    resources: [${resource}]
    verbs: [${verb}]
`;
}
