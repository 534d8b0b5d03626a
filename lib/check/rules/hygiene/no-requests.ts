import { objectField } from '../../../model/json-object';
import { podsResources } from '../../capacity/limit-range/pods-resources';
import { namespaceQuotas } from '../../capacity/quota/quotas';
import { defineRule } from '../../define-rule';
import { CONTROLLER_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { reportContainers } from './pods/report-containers';

const limitRange = `apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec:
  limits:
    - type: Container
      defaultRequest: { cpu: 50m, memory: 64Mi }
`;

export default defineRule({
  code: 'K606',
  name: 'no-requests',
  group: 'hygiene',
  severity: 'warning',
  kinds: CONTROLLER_KINDS,
  reads: ['LimitRange', 'ResourceQuota'],
  summary: 'A container without requests for cpu or memory',
  explanation: `The scheduler fits pods to nodes by their requests: what asks for nothing fits everywhere, on a full node too, gets the least of the processor, is the
first to be evicted when memory runs low, and cannot be scaled by use. A limit counts as a request of the same size, and so do the
defaults of a LimitRange in the namespace, in the set or declared in \`external\`. Containers that end before the others begin are not
looked at, nor are Pods made by hand. What a ResourceQuota demands, K406 tells.`,
  bad: podExample({ hasRequests: false }),
  good: [
    { title: 'of its own', manifests: podExample() },
    { title: 'of the namespace', manifests: `${limitRange}---\n${podExample({ hasRequests: false })}` },
  ],
  check: (entry, context) => {
    const { external, once } = context;
    if (external.mayBeSelected('', 'LimitRange', entry.namespace, {})) return;
    const quotas = once(namespaceQuotas).get(entry.namespace) ?? [];
    const names = ['cpu', 'memory'].filter(
      (name) => !quotas.some(({ hard }) => hard.has(name) || hard.has(`requests.${name}`)),
    );
    reportContainers(entry, context, {
      find: ({ pointer, isLasting }, { spec, specPointer }) => {
        if (!isLasting || objectField(spec, 'resources') !== undefined) return undefined;
        const own = podsResources(entry, spec, context).containers.find(
          ({ field }) => pointer === `${specPointer}/${field}`,
        );
        const missing = names.filter((name) => own?.requests.has(name) === false);
        if (missing.length === 0) return undefined;
        return ['/resources', `no request for ${missing.join(' and ')}`];
      },
      does: ['asks for no share of its node', 'ask for no share of their node'],
      help: [
        'write `resources.requests` for cpu and memory: about what it uses, as `kubectl top pod --containers` shows',
      ],
    });
  },
});
