import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K607',
  name: 'no-memory-limit',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container without a limit for memory',
  explanation: `A container without a limit for memory may grow until its node has none left, and then others are killed for it. With a limit it is the one that is.
Of the processor nobody is killed: a limit there only slows down.`,
  bad: podExample(),
  good: podExample({
    hasRequests: false,
    container: ['resources:', '  requests: { cpu: 50m }', '  limits: { memory: 64Mi }'],
  }),
  check: checkContainers({
    find: ({ container, isLasting }, pod) => {
      const resources = objectField(container, 'resources');
      if (!isLasting || objectField(pod.spec, 'resources') !== undefined) return undefined;
      if (Object.hasOwn(objectField(resources, 'limits') ?? {}, 'memory')) return undefined;
      return ['/resources', 'no limits.memory'];
    },
    does: ['may use all memory of its node', 'may use all memory of their node'],
    help: ['write `resources.limits.memory`'],
  }),
});
