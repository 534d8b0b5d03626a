import { labelKeyErrors } from '../../../../model/names/label-key';
import { validateLabelSelector } from '../../meta/validate-label-selector';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { validateLabelKeys } from './validate-label-keys';

const ACTIONS = ['DoNotSchedule', 'ScheduleAnyway'];
const POLICIES = ['Honor', 'Ignore'];
const NOT_POSITIVE = 'must be greater than zero';

/** validateTopologySpreadConstraints in pkg/apis/core/validation/validation.go. */
export function validateSpreadConstraints(scope: PodScope): void {
  const spec = scope.spec.in('scheduling');
  if (!spec.has('topologySpreadConstraints')) return;
  const constraints = spec.objects('topologySpreadConstraints');
  const identity = (constraint: ObjectView): string =>
    `{${constraint.text('topologyKey')}, ${constraint.text('whenUnsatisfiable')}}`;
  const last = new Map(constraints.map((constraint, index) => [identity(constraint), index]));
  constraints.forEach((constraint, index) => {
    validateConstraint(constraint, scope);
    if ((last.get(identity(constraint)) ?? index) > index) {
      constraint.duplicate('{topologyKey, whenUnsatisfiable}', {
        value: identity(constraint),
        at: 'topologyKey',
        help: 'keep one constraint for each key and `whenUnsatisfiable`',
      });
    }
  });
}

function validateConstraint(constraint: ObjectView, scope: PodScope): void {
  const skew = constraint.number('maxSkew');
  if (skew <= 0) constraint.invalid('maxSkew', NOT_POSITIVE, { value: skew, help: 'write 1 or more' });
  if (constraint.text('topologyKey') === '') constraint.required('topologyKey', 'can not be empty');
  const action = constraint.text('whenUnsatisfiable');
  if (!ACTIONS.includes(action)) constraint.notSupported('whenUnsatisfiable', ACTIONS, { value: action });
  const domains = constraint.optionalNumber('minDomains');
  if (domains !== undefined && domains <= 0) constraint.invalid('minDomains', NOT_POSITIVE);
  if (domains !== undefined && action !== 'DoNotSchedule') {
    constraint.invalid(
      'minDomains',
      `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${action}`,
    );
  }
  for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy']) {
    const policy = constraint.optionalText(field);
    if (policy !== undefined && !POLICIES.includes(policy)) constraint.notSupported(field, POLICIES);
  }
  if (hasPodFeature(constraint.validation, 'MatchLabelKeysInPodTopologySpreadSelectorMerge')) {
    validateLabelKeys(constraint, scope);
  } else {
    validateLegacyKeys(constraint);
  }
  const selector = constraint.object('labelSelector');
  if (selector !== undefined) validateLabelSelector(selector);
}

/** ValidateMatchLabelKeysInTopologySpread, until 1.33. */
function validateLegacyKeys(constraint: ObjectView): void {
  const field = 'matchLabelKeys';
  const keys = constraint.texts(field);
  if (keys.length === 0) return;
  const selector = constraint.object('labelSelector');
  if (selector === undefined) {
    constraint.forbidden(field, 'must not be specified when labelSelector is not set');
  }
  const selected = new Set([
    ...(selector?.textMap('matchLabels').keys() ?? []),
    ...(selector?.objects('matchExpressions').map((expression) => expression.text('key')) ?? []),
  ]);
  keys.forEach((key, index) => {
    constraint.allInvalid([field, index], labelKeyErrors(key, constraint.validation.version), { value: key });
    if (!selected.has(key)) return;
    constraint.invalid([field, index], 'exists in both matchLabelKeys and labelSelector', { value: key });
  });
}
