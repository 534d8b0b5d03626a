import { type JsonValue } from '../../../model/json-value';
import { intOrPercentAmount } from '../meta/int-or-percent-amount';
import { validateIntOrPercent } from '../meta/validate-int-or-percent';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { validateControlledTemplate } from './validate-controlled-template';
import { validateSelector } from './validate-selector';
import { validateSharedDisks } from './validate-shared-disks';

const STRATEGIES = ['Recreate', 'RollingUpdate'];
/** SetDefaults_Deployment: `maxSurge` and `maxUnavailable`, and how long a rollout may take. */
const SHARE = '25%';
const DEADLINE = 600;

/** ValidateDeployment in pkg/apis/apps/validation/validation.go, after SetDefaults_Deployment. */
export function validateDeployment(deployment: ObjectView): void {
  const spec = deployment.struct('spec');
  validateNonnegative(spec, 'replicas');
  if (validateSelector(spec, { empty: 'deployment', unusable: 'invalid label selector' })) {
    validateControlledTemplate(spec, 'ReplicaSet');
    validateSharedDisks(spec, spec.optionalNumber('replicas') ?? 1);
  }
  validateStrategy(spec);
  validateNonnegative(spec, 'minReadySeconds', 'revisionHistoryLimit', 'progressDeadlineSeconds');
  const deadline = spec.optionalNumber('progressDeadlineSeconds') ?? DEADLINE;
  const ready = spec.number('minReadySeconds');
  if (deadline <= ready) {
    spec.invalid('progressDeadlineSeconds', 'must be greater than minReadySeconds', {
      value: deadline,
      help: `set \`progressDeadlineSeconds: ${String(ready + DEADLINE)}\`, or a smaller \`minReadySeconds\``,
    });
  }
}

/** ValidateDeploymentStrategy. */
function validateStrategy(spec: ObjectView): void {
  const strategy = spec.struct('strategy');
  const type = strategy.text('type') || 'RollingUpdate';
  if (!STRATEGIES.includes(type)) {
    spec.notSupported('strategy', STRATEGIES, { at: ['strategy', 'type'] });
  } else if (type === 'RollingUpdate') validateRollingUpdate(strategy.struct('rollingUpdate'));
  else if (strategy.has('rollingUpdate')) {
    strategy.forbidden('rollingUpdate', "may not be specified when strategy `type` is 'Recreate'");
  }
}

/** ValidateRollingUpdateDeployment. */
function validateRollingUpdate(update: ObjectView): void {
  validateIntOrPercent(update, 'maxUnavailable', '100%');
  validateIntOrPercent(update, 'maxSurge', 'any');
  const unavailable: JsonValue = update.raw('maxUnavailable') ?? SHARE;
  const surge: JsonValue = update.raw('maxSurge') ?? SHARE;
  if (intOrPercentAmount(unavailable) === 0 && intOrPercentAmount(surge) === 0) {
    update.invalid('maxUnavailable', 'may not be 0 when `maxSurge` is 0', {
      value: unavailable,
      help: 'set `maxSurge: 1`, so that a new pod comes before an old one goes',
    });
  }
}
