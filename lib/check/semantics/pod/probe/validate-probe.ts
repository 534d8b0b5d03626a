import { type ObjectView } from '../../object-view';
import { validateHandler } from './validate-handler';

const COUNTS = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
];

/** validateLivenessProbe, validateReadinessProbe and validateStartupProbe in pkg/apis/core/validation/validation.go. */
export function validateProbe(probe: ObjectView, kind: 'liveness' | 'readiness' | 'startup'): void {
  validateHandler(probe, ['exec', 'httpGet', 'tcpSocket', 'grpc']);
  for (const field of COUNTS) {
    if (probe.number(field) < 0) probe.invalid(field, 'must be greater than or equal to 0');
  }
  const grace = probe.optionalNumber('terminationGracePeriodSeconds');
  if (grace !== undefined && grace <= 0) {
    probe.invalid('terminationGracePeriodSeconds', 'must be greater than 0');
  }
  if (kind === 'readiness') {
    if (grace !== undefined) {
      probe.invalid('terminationGracePeriodSeconds', 'must not be set for readinessProbes', {
        help: 'remove it: a readiness probe ends no container',
      });
    }
    return;
  }
  // 0 stands for the default of 1.
  const successes = probe.number('successThreshold');
  if (successes !== 0 && successes !== 1) {
    probe.invalid('successThreshold', 'must be 1', {
      help: 'remove it; only a readiness probe may want several successes',
    });
  }
}
