import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { reportContainers } from './pods/report-containers';

export default defineRule({
  code: 'K606',
  name: 'no-requests',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container without requests for cpu or memory',
  explanation: `The scheduler fits pods to nodes by their requests: what asks for nothing fits everywhere, on a full node too, gets the least of the processor, is the
first to be evicted when memory runs low, and cannot be scaled by use. A limit counts as a request of the same size.`,
  bad: podExample(),
  good: podExample({ container: ['resources:', '  requests: { cpu: 50m, memory: 64Mi }'] }),
  check: (entry, context) =>
    reportContainers(entry, context, {
      find: ({ container, isLasting }, pod) => {
        const resources = objectField(container, 'resources');
        if (!isLasting || objectField(pod.spec, 'resources') !== undefined) return undefined;
        const own = { ...objectField(resources, 'limits'), ...objectField(resources, 'requests') };
        const missing = ['cpu', 'memory'].filter((name) => !Object.hasOwn(own, name));
        if (missing.length === 0) return undefined;
        return ['/resources', `no request for ${missing.join(' and ')}`];
      },
      does: ['asks for no share of its node', 'ask for no share of their node'],
      help: ['write `resources.requests` for cpu and memory: about what it uses'],
    }),
});
