import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { ADMISSION, BINDING_KINDS, BOUND_KINDS, policyKindOf } from './admission/bound-policy';
import { LIMITS, policyExample } from './admission/policy-example';

export default defineRule({
  code: 'K373',
  name: 'admission-param-mismatch',
  group: 'references',
  severity: 'warning',
  kinds: BINDING_KINDS,
  reads: BOUND_KINDS,
  summary:
    'A binding that gives an admission policy parameters which it does not take, or none where it takes some',
  explanation: `A policy that has a \`paramKind\` gets its parameters from the \`paramRef\` of the binding. Without one \`params\` is null in its expressions, and
those that read a field of it fail: \`failurePolicy\` decides then, which is to refuse the request unless it is set to Ignore. A \`paramRef\`
for a policy without a \`paramKind\` is ignored.`,
  bad: [
    { title: 'no parameters', manifests: policyExample({ paramKind: true }) },
    { title: 'parameters for nothing', manifests: policyExample({ paramRef: true }) + LIMITS },
  ],
  good: [
    { title: 'both', manifests: policyExample({ paramKind: true, paramRef: true }) + LIMITS },
    { title: 'neither', manifests: policyExample() },
  ],
  check(entry, { set, report }) {
    const spec = objectField(entry.object, 'spec');
    const name = textField(spec, 'policyName');
    const kind = policyKindOf(entry.kind);
    const policy = name === undefined || kind === undefined ? undefined : set.find(ADMISSION, kind, '', name);
    if (policy === undefined) return;
    const takes = objectField(objectField(policy.object, 'spec'), 'paramKind') !== undefined;
    const gives = objectField(spec, 'paramRef') !== undefined;
    if (takes === gives) return;
    report({
      object: entry,
      path: gives ? '/spec/paramRef' : '/spec',
      title: gives
        ? `${objectTitle(entry)} gives parameters to ${objectTitle(policy)}, which takes none`
        : `${objectTitle(entry)} gives no parameters to ${objectTitle(policy)}, which takes some`,
      label: gives ? 'has a paramRef' : 'has no paramRef',
      others: [
        {
          entry: policy,
          path: gives ? '/spec' : '/spec/paramKind',
          label: gives ? 'has no paramKind' : 'has a paramKind',
        },
      ],
      notes: [
        // CollectParams, apiserver/pkg/admission/plugin/policy/generic/policy_dispatcher.go
        gives
          ? 'the paramRef is ignored'
          : 'in the expressions `params` is null; one that reads a field of it fails, and failurePolicy decides',
      ],
      help: [
        gives
          ? 'write a `paramKind` in the policy, or leave the `paramRef` out'
          : 'write a `paramRef` in the binding, or leave the `paramKind` out of the policy',
      ],
    });
  },
});
