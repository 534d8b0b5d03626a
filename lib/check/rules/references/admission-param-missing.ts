import { groupOf } from '../../../model/api-version';
import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { ADMISSION, BINDING_KINDS, BOUND_KINDS, policyKindOf } from './admission/bound-policy';
import { LIMITS, policyExample } from './admission/policy-example';
import { scopeOfKind } from './admission/scope-of-kind';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K379';

export default defineRule({
  code: CODE,
  name: 'admission-param-missing',
  group: 'references',
  severity: 'error',
  kinds: BINDING_KINDS,
  reads: ['ConfigMap', ...BOUND_KINDS, ...RBAC_KINDS],
  summary: 'A binding of an admission policy whose parameters are not there',
  explanation: `The \`paramRef\` of a binding names an object of the policy's \`paramKind\`. While it is not there \`parameterNotFoundAction\` decides: with Deny every
request that the binding is about is refused (unless the policy has \`failurePolicy: Ignore\`), with Allow nothing is checked, and nothing tells.

Looked at are names alone, no selectors, and objects of kinds that are built in or whose CustomResourceDefinition is in the set or declared in \`external\`. Without
\`namespace\` the parameters are those of the namespace that a request is about, which the binding does not tell.`,
  bad: policyExample({ paramKind: true, paramRef: true, params: 'limit' }) + LIMITS,
  good: policyExample({ paramKind: true, paramRef: true }) + LIMITS,
  check(entry, context) {
    const spec = objectField(entry.object, 'spec');
    const reference = objectField(spec, 'paramRef');
    const name = textField(reference, 'name');
    const policyName = textField(spec, 'policyName');
    const policyKind = policyKindOf(entry.kind);
    if (name === undefined || policyName === undefined || policyKind === undefined) return;
    const policy = objectField(context.set.find(ADMISSION, policyKind, '', policyName)?.object, 'spec');
    const paramKind = objectField(policy, 'paramKind');
    const kind = textField(paramKind, 'kind');
    if (kind === undefined) return;
    const group = groupOf(textField(paramKind, 'apiVersion') ?? '');
    const isNamespaced = scopeOfKind(group, kind, context);
    const namespace = textField(reference, 'namespace');
    // With a namespace for what lives in none every request fails, which is another mistake.
    if (isNamespaced === undefined || isNamespaced !== (namespace !== undefined)) return;
    const denies = reference?.parameterNotFoundAction === 'Deny';
    const ignores = policy?.failurePolicy === 'Ignore';
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/spec/paramRef/name',
        verb: 'takes its parameters from',
        target: { group, kind, namespace: namespace ?? '', name },
        ...(!(denies && !ignores) && { severity: 'warning' as const }),
        // CollectParams, apiserver/pkg/admission/plugin/policy/generic/policy_dispatcher.go
        consequences: [
          denies
            ? 'no params found for policy binding with `Deny` parameterNotFoundAction' +
              (ignores
                ? ', which failurePolicy Ignore passes over: nothing is checked'
                : ': every request that it is about is refused')
            : 'parameterNotFoundAction is Allow: the binding checks nothing',
        ],
        ownNamespaceOnly: `this names the one in \`${namespace ?? ''}\``,
      },
      context,
    );
  },
});
