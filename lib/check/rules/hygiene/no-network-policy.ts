import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K624',
  name: 'no-network-policy',
  group: 'hygiene',
  severity: 'info',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  reads: ['networking.k8s.io/NetworkPolicy'],
  summary: 'A namespace with pods that no NetworkPolicy is about',
  explanation: `Without a NetworkPolicy every pod of the cluster reaches every port of these pods. A policy that allows what is used, and so forbids the rest, is the
first step that counts.`,
  bad: podExample(),
  good: `${podExample()}---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  podSelector: { matchLabels: { app: web } }\n  policyTypes: [Ingress]\n`,
  checkSet({ set, report }) {
    for (const namespace of set.namespaces()) {
      const [first] = set.pods(namespace);
      if (first === undefined || set.ofKind('networking.k8s.io', 'NetworkPolicy', namespace).length > 0)
        continue;
      const pods = set.pods(namespace).length;
      report({
        object: first.entry,
        title: `no NetworkPolicy is about the pods of namespace \`${namespace}\``,
        label: pods === 1 ? 'its only workload' : `the first of ${pods} workloads`,
        help: ['add a NetworkPolicy that allows what is used'],
      });
    }
  },
});
