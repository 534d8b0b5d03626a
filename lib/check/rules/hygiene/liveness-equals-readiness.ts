import { type JsonObject } from '../../../model/json-value';
import { sameMeaning } from '../../../model/same-meaning';
import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K605',
  name: 'liveness-equals-readiness',
  group: 'hygiene',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'A container whose liveness probe is its readiness probe',
  explanation: `A pod that is not ready gets no traffic, and may recover. A pod that fails its liveness probe is killed. When both ask the same, as often and as
patiently, the moment in which it should be left alone is the moment in which it is restarted: under load all replicas one after the other.

Let liveness ask less (does the process answer at all), or be more patient (a higher \`failureThreshold\`).`,
  bad: podExample({
    container: [
      'livenessProbe:',
      '  httpGet: { path: /health, port: 8080 }',
      'readinessProbe:',
      '  httpGet: { path: /health, port: 8080 }',
    ],
  }),
  good: podExample({
    container: [
      'livenessProbe:',
      '  httpGet: { path: /health, port: 8080 }',
      '  failureThreshold: 10',
      'readinessProbe:',
      '  httpGet: { path: /health, port: 8080 }',
    ],
  }),
  check: checkContainers({
    find: ({ container }) => {
      const liveness = objectField(container, 'livenessProbe');
      const readiness = objectField(container, 'readinessProbe');
      if (liveness === undefined || readiness === undefined) return undefined;
      if (!sameMeaning(withDefaults(liveness), withDefaults(readiness))) return undefined;
      return ['/livenessProbe', 'livenessProbe and readinessProbe are the same'];
    },
    does: ['is restarted at the moment it is not ready', 'are restarted at the moment they are not ready'],
    notes: ['both probes fail together: instead of resting until it recovers, the container is killed'],
    help: ['let the liveness probe ask less, or raise its `failureThreshold`'],
  }),
});

/** A startup has no say in it, nor has the grace period, which only liveness has. `SetDefaults_Probe`. */
function withDefaults(probe: JsonObject): JsonObject {
  const { terminationGracePeriodSeconds: _grace, initialDelaySeconds: _delay, ...rest } = probe;
  return { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3, ...rest };
}
