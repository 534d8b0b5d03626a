import { firstSelecting } from '../../../model/first-selecting';
import { objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { oncePer } from '../../../model/once-per';
import { type Selection } from '../../../model/selection';
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
    const allowed = new Map<string, ReadonlyMap<PodSource, ObjectEntry>>();
    const mayReachDns = (pod: PodSource): boolean => {
      const { namespace } = pod.entry;
      let known = allowed.get(namespace);
      if (known === undefined) allowed.set(namespace, (known = podsWithDns(namespace, context)));
      return known.has(pod);
    };
    const cutOff = oncePer((pods: readonly PodSource[]) =>
      pods.filter((pod) => !mayReachDns(pod) && usesClusterDns(pod.template.spec)),
    );
    for (const entry of context.set.ofKind('networking.k8s.io', 'NetworkPolicy')) {
      const egress = trafficRules(entry.object).filter(({ direction }) => direction === 'egress');
      if (egress.some(mayAllowDns) || egress.every(isToApiServer) || entry.namespace === 'kube-system')
        continue;
      if (mayHaveOtherPolicies(entry.namespace, context)) continue;
      const cut = podsOf(entry, context).where(cutOff);
      const { first } = cut;
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
            label: cut.size === 1 ? 'these pods' : `these pods, and those of ${cut.size - 1} more`,
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

function podsOf({ object, namespace }: ObjectEntry, context: CheckContext): Selection<PodSource> {
  return podsOfSelector(context, namespace, objectField(objectField(object, 'spec'), 'podSelector'));
}

/** The pods that some policy of their namespace lets reach DNS. */
function podsWithDns(namespace: string, context: CheckContext): ReadonlyMap<PodSource, ObjectEntry> {
  const allowing = context.set
    .ofKind('networking.k8s.io', 'NetworkPolicy', namespace)
    .filter(({ object }) => isolates(object, 'egress'))
    .filter(({ object }) =>
      trafficRules(object).some((rule) => rule.direction === 'egress' && mayAllowDns(rule)),
    );
  return firstSelecting(allowing.map((policy) => [policy, podsOf(policy, context)]));
}
