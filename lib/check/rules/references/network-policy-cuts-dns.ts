import { objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { isToApiServer, mayAllowDns, usesClusterDns } from './network/allows-dns';
import { mayHaveOtherPolicies } from './network/other-policies';
import { isolates, trafficRules } from './network/policy-selection';
import { webPolicy } from './network/web-policy';
import { podsOfSelector } from './selection/pods-of-selector';

const DB = webWorkload({ name: 'db', labels: 'app: db' });
const TO_DB = `    - to:
        - podSelector:
            matchLabels: { app: db }
      ports:
        - port: 5432
`;
const TO_DNS = `    - to:
        - namespaceSelector:
            matchLabels: { kubernetes.io/metadata.name: kube-system }
          podSelector:
            matchLabels: { k8s-app: kube-dns }
      ports:
        - { port: 53, protocol: UDP }
        - { port: 53, protocol: TCP }
`;

export default defineRule({
  code: 'K366',
  name: 'network-policy-cuts-dns',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: [...WORKLOAD_KINDS, ...RBAC_KINDS],
  summary: 'A NetworkPolicy that cuts its pods off from DNS',
  explanation: `A policy of type Egress lets its pods send what some policy allows, and nothing else: not questions to the cluster's DNS either. A rule that lets
them reach \`db\` is of no use to a pod that cannot look \`db\` up; every connection by name fails after a timeout. All policies that select a pod count
together, so the rule for DNS may stand in one of its own for the whole namespace.

Reported are policies with at least one rule of egress whose pods no policy of the set lets reach DNS. One that forbids all egress is taken at its word, and so is one
that lets out to port 6443 alone: pods know the API server by its address. Pods that do not use the
cluster's DNS (\`dnsPolicy\` None or Default) are left out, and so are namespaces with policies of other kinds, such as those of Cilium, with
policies that \`external\` declares, and those in which a program of the set makes some.`,
  bad: webPolicy({ rules: `  policyTypes: [Egress]\n  egress:\n${TO_DB}` }) + webWorkload() + DB,
  good: webPolicy({ rules: `  policyTypes: [Egress]\n  egress:\n${TO_DNS}${TO_DB}` }) + webWorkload() + DB,
  checkSet(context) {
    const allowed = new Map<string, ReadonlySet<ObjectEntry>>();
    const judged = new Map<readonly PodSource[], readonly PodSource[]>();
    for (const entry of context.set.ofKind('networking.k8s.io', 'NetworkPolicy')) {
      const egress = trafficRules(entry.object).filter(({ direction }) => direction === 'egress');
      if (egress.some(mayAllowDns) || egress.every(isToApiServer) || entry.namespace === 'kube-system')
        continue;
      if (mayHaveOtherPolicies(entry.namespace, context)) continue;
      let known = allowed.get(entry.namespace);
      if (known === undefined) allowed.set(entry.namespace, (known = podsWithDns(entry.namespace, context)));
      const own = podsOf(entry, context);
      let cut = judged.get(own);
      if (cut === undefined) {
        cut = own.filter((pod) => !known.has(pod.entry) && usesClusterDns(pod.template.spec));
        judged.set(own, cut);
      }
      const [first] = cut;
      if (first === undefined) continue;
      context.report({
        object: entry,
        path: '/spec/egress',
        title: `${objectTitle(entry)} cuts the pods of ${objectTitle(first.entry)} off from DNS`,
        label: 'no rule allows UDP 53 to the DNS of the cluster',
        others: [
          {
            entry: first.entry,
            path: `${first.template.pointer}/metadata/labels`,
            label: cut.length === 1 ? 'these pods' : `these pods, and those of ${cut.length - 1} more`,
          },
        ],
        notes: ['what they connect to by name they cannot look up: each look-up ends in a timeout'],
        help: [
          'add a rule: to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }, podSelector: { matchLabels: { k8s-app: kube-dns } } }], ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]',
        ],
      });
    }
  },
});

function podsOf({ object, namespace }: ObjectEntry, context: CheckContext): readonly PodSource[] {
  return podsOfSelector(context, namespace, objectField(objectField(object, 'spec'), 'podSelector'));
}

/** The workloads whose pods some policy of their namespace lets reach DNS. */
function podsWithDns(namespace: string, context: CheckContext): ReadonlySet<ObjectEntry> {
  const pods = new Set<ObjectEntry>();
  // Policies with one selector get one list, which need not be gone through again.
  const seen = new Set<readonly PodSource[]>();
  for (const policy of context.set.ofKind('networking.k8s.io', 'NetworkPolicy', namespace)) {
    if (!isolates(policy.object, 'egress')) continue;
    const isAllowed = trafficRules(policy.object).some(
      (rule) => rule.direction === 'egress' && mayAllowDns(rule),
    );
    const own = podsOf(policy, context);
    if (!isAllowed || seen.has(own)) continue;
    seen.add(own);
    for (const { entry } of own) pods.add(entry);
  }
  return pods;
}
