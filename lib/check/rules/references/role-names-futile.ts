import { isJsonObject, listField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { policyRules, showPolicyRule } from './rbac/policy-rules';
import { RBAC } from './rbac/rbac-group';
import { roleExample } from './rbac/role-example';
import { verbsInWords } from './rbac/verbs-in-words';

/** Verbs of requests that name no object, or seldom do. */
const NAMELESS: readonly string[] = ['create', 'deletecollection'];
const BY_FIELD: readonly string[] = ['list', 'watch'];

export default defineRule({
  code: 'K326',
  name: 'role-names-futile',
  group: 'references',
  severity: 'warning',
  kinds: [`${RBAC}/ClusterRole`, `${RBAC}/Role`],
  summary: 'A Role that grants by name what is asked for without one',
  explanation: `A rule with \`resourceNames\` grants requests that name one of these objects. A request to create an object has no name in its URL, nor has one to
delete a whole collection: such a rule does not grant them. Grant \`create\` in a rule of its own, without names. (Server-side apply, and an update
that may create, do say the name: for those it counts.)

\`list\` and \`watch\` have a name only where the client asks with \`metadata.name\` as its field selector, as \`kubectl get secret/token --watch\`
and some controllers do; others are refused. That is told for information.

What is created below an object has the name of that: \`pods/exec\`, \`serviceaccounts/token\`.`,
  bad: [
    {
      title: 'an object of that name',
      manifests: roleExample({ resources: 'configmaps', verbs: 'get, create', names: 'settings' }),
    },
    {
      title: 'a list',
      manifests: roleExample({ resources: 'configmaps', verbs: 'get, list', names: 'settings' }),
    },
  ],
  good: [
    {
      title: 'what names an object',
      manifests: roleExample({ resources: 'configmaps', verbs: 'get, update', names: 'settings' }),
    },
    {
      title: 'what is below one',
      manifests: roleExample({ resources: 'serviceaccounts/token', verbs: 'create', names: 'web' }),
    },
  ],
  check(entry, { report }) {
    const written = listField(entry.object, 'rules');
    for (const rule of policyRules(entry.object)) {
      const { index, resources, verbs } = rule;
      const source = written[index];
      if (!isJsonObject(source) || listField(source, 'resourceNames').length === 0) continue;
      if (resources.length === 0 || resources.some((resource) => resource.includes('/') || resource === '*'))
        continue;
      const nameless = verbs.filter((verb) => NAMELESS.includes(verb));
      const byField = verbs.filter((verb) => BY_FIELD.includes(verb));
      const found = nameless.length > 0 ? nameless : byField;
      const [first] = found;
      if (first === undefined) continue;
      const things = resources.map((resource) => `\`${resource}\``).join(', ');
      const isNameless = nameless.length > 0;
      report({
        object: entry,
        path: jsonPointer('/rules', index, 'verbs', verbs.indexOf(first)),
        ...(!isNameless && { severity: 'info' }),
        title: isNameless
          ? `${objectTitle(entry)} grants ${verbsInWords(found)} on ${things} by name, and such a request has none`
          : `${objectTitle(entry)} grants ${verbsInWords(found)} on ${things} by name, which most requests do not say`,
        label: showPolicyRule(rule),
        notes: [
          // NewRequestInfo, k8s.io/apiserver/pkg/endpoints/request/requestinfo.go
          isNameless
            ? 'the URL of such a request has no name: only server-side apply is granted by this'
            : 'a request has a name here only with the field selector metadata.name=<name>; others are refused',
          ...(isNameless && byField.length > 0
            ? [
                `${verbsInWords(byField)} ${byField.length === 1 ? 'is' : 'are'} granted only with the field selector metadata.name=<name>`,
              ]
            : []),
        ],
        help: [
          `grant ${verbsInWords(found)} in a rule without resourceNames, or leave ${found.length === 1 ? 'it' : 'them'} out`,
        ],
      });
    }
  },
});
