import { objectField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { oncePer } from '../../../model/once-per';
import { podsResources } from '../../capacity/limit-range/pods-resources';
import { namespaceQuotas, type Quota } from '../../capacity/quota/quotas';
import { defineRule } from '../../define-rule';
import { CONTROLLER_KINDS } from '../workload-kinds';
import { type HygieneContainer, hygienePod } from './pods/hygiene-pods';
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
    const quotas = once(namespaceQuotas).get(entry.namespace);
    const names = quotas === undefined ? NAMES : notDemanded(quotas);
    const pod = hygienePod(entry);
    if (pod === undefined || names.length === 0 || objectField(pod.spec, 'resources') !== undefined) return;
    // Nearly all say so themselves, and need no look at limit ranges.
    if (pod.containers.every((each) => !each.isLasting || asksForAll(each.container, names))) return;
    const { containers } = podsResources(entry, pod.spec, context);
    const byField = new Map(containers.map((each) => [`${pod.specPointer}/${each.field}`, each]));
    const missingOf = ({ pointer, isLasting }: HygieneContainer): readonly string[] => {
      const own = byField.get(pointer);
      return isLasting && own !== undefined ? names.filter((name) => !own.requests.has(name)) : [];
    };
    const missing = names.filter((name) => pod.containers.some((each) => missingOf(each).includes(name)));
    reportContainers(entry, context, {
      find: (container) => {
        const own = missingOf(container);
        return own.length === 0 ? undefined : ['/resources', `no request for ${own.join(' and ')}`];
      },
      does: [`requests no ${missing.join(' or ')}`, `request no ${missing.join(' or ')}`],
      help: [
        `write \`resources.requests\` for ${missing.join(' and ')}: about what it uses, as \`kubectl top pod --containers\` shows`,
      ],
    });
  },
});

const NAMES: readonly string[] = ['cpu', 'memory'];

/** What no quota of a namespace demands. */
const notDemanded = oncePer((quotas: readonly Quota[]) =>
  NAMES.filter((name) => !quotas.some(({ hard }) => hard.has(name) || hard.has(`requests.${name}`))),
);

function asksForAll(container: JsonObject, names: readonly string[]): boolean {
  const resources = objectField(container, 'resources');
  const requests = objectField(resources, 'requests');
  const limits = objectField(resources, 'limits');
  return names.every((name) => (requests?.[name] ?? limits?.[name] ?? null) !== null);
}
