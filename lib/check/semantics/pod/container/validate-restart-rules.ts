import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';

const POLICIES = ['Always', 'Never', 'OnFailure'];
const OPERATORS = ['In', 'NotIn'];
const MOST_RULES = 20;
const MOST_CODES = 255;

/** validateContainerRestartPolicy in pkg/apis/core/validation/validation.go: `restartPolicy` and its rules. */
export function validateRestartRules(container: ObjectView): void {
  const { validation } = container;
  const policy = container.optionalText('restartPolicy');
  const rules = container.has('restartPolicyRules') ? container.objects('restartPolicyRules') : [];
  if (policy === undefined) {
    if (rules.length === 0) return;
    container.required('restartPolicy', 'must specify restartPolicy when restart rules are used');
  } else if (!POLICIES.includes(policy)) {
    container.notSupported('restartPolicy', POLICIES);
  }
  tooMany(container, 'restartPolicyRules', rules.length, MOST_RULES);
  const all = hasPodFeature(validation, 'RestartAllContainersOnContainerExits');
  const actions = all ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  for (const rule of rules) {
    const action = rule.text('action');
    if (!actions.includes(action)) rule.notSupported('action', actions, { value: action });
    const codes = rule.object('exitCodes');
    if (codes === undefined) {
      rule.required('exitCodes', 'must be specified');
      continue;
    }
    const operator = codes.text('operator');
    if (!OPERATORS.includes(operator)) codes.notSupported('operator', OPERATORS, { value: operator });
    tooMany(codes, 'values', codes.list('values').length, MOST_CODES);
  }
}

/** Until 1.35 the server said that the list is too long. */
function tooMany(owner: ObjectView, field: string, count: number, most: number): void {
  if (count <= most) return;
  if (owner.validation.since('1.36')) owner.tooMany(field, count, most);
  else owner.tooLong(field, most);
}
