import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { type HandlerKind, validateHandler } from './validate-handler';

const HANDLERS: readonly HandlerKind[] = ['exec', 'httpGet', 'tcpSocket'];
const WITH_SLEEP: readonly HandlerKind[] = [...HANDLERS, 'sleep'];

/** validateLifecycle in pkg/apis/core/validation/validation.go. `stopSignal` is dropped: ContainerStopSignals is off. */
export function validateLifecycle(lifecycle: ObjectView, { gracePeriod }: PodScope): void {
  const sleeps = hasPodFeature(lifecycle.validation, 'PodLifecycleSleepAction');
  for (const field of ['postStart', 'preStop']) {
    const handler = lifecycle.object(field);
    if (handler === undefined) continue;
    validateHandler(handler, sleeps ? WITH_SLEEP : HANDLERS, (sleep) => validateSleep(sleep, gracePeriod));
  }
}

/** validateSleepAction. */
function validateSleep(sleep: ObjectView, gracePeriod: number): void {
  const { validation } = sleep;
  const seconds = sleep.number('seconds');
  const zero = hasPodFeature(validation, 'PodLifecycleSleepActionAllowZero');
  if (seconds <= gracePeriod && (zero ? seconds >= 0 : seconds > 0)) return;
  const least = zero ? 'non-negative' : 'greater than 0';
  const limit = `must be ${least} and less than terminationGracePeriodSeconds (${String(gracePeriod)})`;
  const gate = '. Enable AllowPodLifecycleSleepActionZeroValue feature gate for zero sleep.';
  sleep.invalid([], !zero && validation.since('1.32') ? limit + gate : limit, {
    value: seconds,
    at: 'seconds',
    ...(seconds > gracePeriod && {
      help: `sleep for less, or raise \`terminationGracePeriodSeconds\` above ${String(seconds)}`,
    }),
  });
}
