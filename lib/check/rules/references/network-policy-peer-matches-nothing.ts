import { objectField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { trafficRules } from './network/policy-selection';
import { soleNamespace } from './network/sole-namespace';
import { webPolicy } from './network/web-policy';
import { podsOfSelector } from './selection/pods-of-selector';
import { reportNoPod } from './selection/report-no-pod';

const CODE = 'K364';

export default defineRule({
  code: CODE,
  name: 'network-policy-peer-matches-nothing',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: [...WORKLOAD_KINDS, 'Namespace', ...RBAC_KINDS],
  summary: 'A NetworkPolicy that allows traffic of pods which are not there',
  explanation: `A peer of a rule is a set of pods: \`podSelector\` alone those of the policy's own namespace, with \`namespaceSelector\` those of the namespaces that
this selects. A slip in a label allows nobody, and what was to be allowed is dropped without a word.

Peers in namespaces of which the set has nothing are somebody else's, and are not looked at.`,
  bad: policy('app: frond'),
  good: policy('app: front'),
  check(entry, context) {
    for (const { direction, index, peers } of trafficRules(entry.object)) {
      const field = direction === 'ingress' ? 'from' : 'to';
      for (const [at, peer] of (peers ?? []).entries()) {
        checkPeer(entry, peer, jsonPointer('/spec', direction, index, field, at), context);
      }
    }
  },
});

function checkPeer(entry: ObjectEntry, peer: JsonObject, pointer: string, context: RuleContext): void {
  const selector = objectField(peer, 'podSelector');
  if (selector === undefined) return;
  // Where it may be one of several namespaces, each need not have such pods, and others may.
  const namespace = soleNamespace(peer, entry.namespace, context);
  if (namespace === undefined) return;
  if (context.set.pods(namespace).length === 0) return;
  if (podsOfSelector(context, namespace, selector).size > 0) return;
  reportNoPod(
    {
      code: CODE,
      from: entry,
      path: `${pointer}/podSelector`,
      selector,
      namespace,
      severity: 'warning',
      title: `${objectTitle(entry)} allows traffic of pods in \`${namespace}\` that are not there`,
      consequence: 'this peer allows nobody',
    },
    context,
  );
}

function policy(labels: string): string {
  return (
    webPolicy({
      rules: `  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: { ${labels} }
`,
    }) +
    webWorkload() +
    webWorkload({ name: 'front', labels: 'app: front' })
  );
}
