import { groupBy } from '../../../model/group-by';
import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { ADMISSION, BINDING_KINDS, BOUND_KINDS, POLICY_KINDS } from './admission/bound-policy';
import { policyExample } from './admission/policy-example';

export default defineRule({
  code: 'K374',
  name: 'admission-policy-unbound',
  group: 'references',
  severity: 'warning',
  kinds: BOUND_KINDS,
  reads: BINDING_KINDS,
  summary: 'An admission policy that no binding puts to work',
  explanation: `A ValidatingAdmissionPolicy says what is to be refused, its bindings say where and how. One that has no binding refuses nothing.

Where the binding is somebody else's, declare it in \`external\` with any name: the policy is left alone then.`,
  bad: policyExample({ hasBinding: false }),
  good: policyExample(),
  checkSet({ set, external, report }) {
    for (const { policy, binding } of POLICY_KINDS) {
      const bound = groupBy(
        set.ofKind(ADMISSION, binding),
        ({ object }) => textField(objectField(object, 'spec'), 'policyName') ?? '',
      );
      if (external.declares(ADMISSION, binding)) continue;
      for (const entry of set.ofKind(ADMISSION, policy)) {
        if (bound.has(entry.name)) continue;
        report({
          object: entry,
          path: '/metadata/name',
          title: `${objectTitle(entry)} has no binding`,
          label: `no ${binding} has this policyName`,
          notes: ['the policy is not looked at: what it would refuse is admitted'],
          help: [`add a ${binding} with \`policyName: ${entry.name}\``],
        });
      }
    }
  },
});
