import { suggest } from '../../../diagnostics/suggest';
import { jsonPointer } from '../../../model/json-pointer';
import { findResourceVerbs } from '../../../model/rbac-permissions';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { policyRules, showPolicyRule } from './rbac/policy-rules';
import { RBAC } from './rbac/rbac-group';
import { ANY, isJudgedGroup } from './rbac/resource-scope';
import { roleExample } from './rbac/role-example';
import { verbsInWords } from './rbac/verbs-in-words';

export default defineRule({
  code: 'K325',
  name: 'role-verb-futile',
  group: 'references',
  severity: 'warning',
  kinds: [`${RBAC}/ClusterRole`, `${RBAC}/Role`],
  summary: 'A Role that grants a verb which none of its resources has',
  explanation: `The API server accepts any text in \`verbs\`, and compares it with requests: \`get\`, \`list\`, \`watch\`, \`create\`, \`update\`, \`patch\`,
\`delete\`, \`deletecollection\`, all in lower case, and some that are asked for beside those, such as \`bind\` and \`impersonate\`. Not every
resource has each: \`pods/log\` can be got and nothing else, \`pods/exec\` can be got and created, \`pods/eviction\` only created.

A verb is reported where none of the resources of its rule has it, in the Kubernetes version that the set is meant for. Where all verbs of a
rule are such, it grants nothing, and that is an error.`,
  bad: [
    { title: 'no verb of any resource', manifests: roleExample({ resources: 'pods', verbs: 'get, read' }) },
    { title: 'none of this one', manifests: roleExample({ resources: 'pods/log', verbs: 'list' }) },
  ],
  good: [
    {
      title: 'those of the resource',
      manifests: roleExample({ resources: 'pods', verbs: 'get, list, watch' }),
    },
    { title: 'of one of them', manifests: roleExample({ resources: 'pods, pods/log', verbs: 'get, list' }) },
  ],
  check(entry, { target, report }) {
    for (const rule of policyRules(entry.object)) {
      const { apiGroups, resources, verbs } = rule;
      if (resources.length === 0 || apiGroups.length === 0 || !apiGroups.every(isJudgedGroup)) continue;
      const known = resources.map((resource) =>
        apiGroups.flatMap((group) => findResourceVerbs(group, resource, target)?.verbs ?? []),
      );
      // What is not known, or stands for many, may have any verb.
      if (known.some((each) => each.length === 0)) continue;
      const all = new Set(known.flat());
      const isFutile = (verb: string): boolean =>
        verb !== ANY && !all.has(verb) && !verb.startsWith('impersonate-on:');
      const futile = verbs.filter(isFutile);
      const [first] = futile;
      if (first === undefined) continue;
      const isAll = futile.length === verbs.length;
      const things = resources.map((resource) => `\`${resource}\``).join(', ');
      report({
        object: entry,
        path: jsonPointer('/rules', rule.index, 'verbs', verbs.indexOf(first)),
        ...(isAll && { severity: 'error' }),
        title: `${objectTitle(entry)} grants ${verbsInWords(futile)} on ${things}, which ${resources.length === 1 ? 'has' : 'have'} no such verb`,
        label: showPolicyRule(rule),
        notes: [
          isAll
            ? 'the API server accepts any string here; the rule grants nothing'
            : `the API server accepts any string here; the rule grants ${verbsInWords(verbs.filter((verb) => !isFutile(verb)))}`,
          `verbs of ${things}: ${[...all].join(', ')}`,
        ],
        help: futile.flatMap((verb) =>
          suggest(verb.toLowerCase(), [...all], 1).map(
            (each) => `for \`${verb}\`: did you mean \`${each}\`?`,
          ),
        ),
      });
    }
  },
});
