import { intOrPercentAmount } from '../meta/int-or-percent-amount';
import { validateIntOrPercent } from '../meta/validate-int-or-percent';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { validateControlledTemplate } from './validate-controlled-template';
import { validateSelector } from './validate-selector';
import { validateSharedDisks } from './validate-shared-disks';

const STRATEGIES = ['RollingUpdate', 'OnDelete'];

/** ValidateDaemonSet in pkg/apis/apps/validation/validation.go, after SetDefaults_DaemonSet. */
export function validateDaemonSet(daemonSet: ObjectView): void {
  const spec = daemonSet.struct('spec');
  validateSelector(spec, { empty: 'daemonset' });
  validateControlledTemplate(spec, 'DaemonSet');
  validateSharedDisks(spec, Infinity);
  validateNonnegative(spec, 'minReadySeconds');
  const strategy = spec.struct('updateStrategy');
  const type = strategy.text('type') || 'RollingUpdate';
  if (!STRATEGIES.includes(type)) {
    spec.notSupported('updateStrategy', STRATEGIES, { at: ['updateStrategy', 'type'] });
  } else if (type === 'RollingUpdate') validateRollingUpdate(strategy.struct('rollingUpdate'));
  validateNonnegative(spec, 'revisionHistoryLimit');
}

/** ValidateRollingUpdateDaemonSet: one of the two is 0, and not both. */
function validateRollingUpdate(update: ObjectView): void {
  validateIntOrPercent(update, 'maxUnavailable', '100%');
  validateIntOrPercent(update, 'maxSurge', '100%');
  const unavailable = intOrPercentAmount(update.raw('maxUnavailable') ?? 1);
  const surge = intOrPercentAmount(update.raw('maxSurge'));
  if (unavailable !== 0 && surge !== 0) {
    update.invalid('maxSurge', 'may not be set when maxUnavailable is non-zero', {
      help: 'set `maxUnavailable: 0` too, which is 1 by default',
    });
  } else if (unavailable === 0 && surge === 0) {
    update.required('maxUnavailable', 'cannot be 0 when maxSurge is 0', {
      help: 'set `maxUnavailable: 1`, or `maxSurge: 1`',
    });
  }
}
