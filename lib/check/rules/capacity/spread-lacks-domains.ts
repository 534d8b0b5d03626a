import { defineRule } from '../../define-rule';
import { NODES_ASKED, NODES_HELP } from '../../nodes/nodes-in-words';
import { SPREAD_KINDS, spreadShortage } from '../../nodes/spread/spread-shortage';
import { objectTitle } from '../../object-names';
import { nodeExample } from './nodes/node-examples';
import { spreadExample } from './nodes/spread-examples';
import { fewerPods, severityOf, spreadNote, spreadTitle } from './nodes/spread-words';
import { deploymentExample } from './rollout/rollout-examples';

const NODES = `${nodeExample('node-1', { zone: 'a' })}${nodeExample('node-2', { zone: 'b' })}`;
const spread = (minDomains: number): string =>
  deploymentExample('  replicas: 3\n', spreadExample({ more: `          minDomains: ${minDomains}\n` }));

export default defineRule({
  code: 'K475',
  name: 'spread-lacks-domains',
  group: 'capacity',
  severity: 'error',
  kinds: SPREAD_KINDS,
  reads: ['LimitRange', 'Node', 'autoscaling/HorizontalPodAutoscaler', 'node.k8s.io/RuntimeClass'],
  summary: 'A spread constraint with more minDomains than there are, and pods beyond its maxSkew',
  explanation: `While there are fewer domains than \`minDomains\`, the scheduler takes it that a domain without any pod is still to come: in
none of those that are there it places more than \`maxSkew\` pods. The others stay Pending, until Nodes in further domains come. With an
autoscaler of Nodes that is what it is for; with Nodes that are what they are, pods wait for ever.

${NODES_ASKED}`,
  bad: `${NODES}${spread(3)}`,
  good: `${NODES}${spread(2)}`,
  check(entry, context) {
    const shortage = spreadShortage(entry, context);
    if (shortage?.room.lacksDomains !== true) return;
    const { constraint, domains } = shortage.room;
    const { topologyKey, pointer, maxSkew, minDomains } = constraint;
    context.report({
      object: entry,
      severity: severityOf(shortage),
      path: `${pointer}/minDomains`,
      title: spreadTitle(objectTitle(entry), shortage),
      label: `minDomains is ${minDomains}, and there ${domains === 1 ? 'is 1 domain' : `are ${domains} domains`} of \`${topologyKey}\``,
      notes: [
        `with fewer domains than minDomains each of them is held to maxSkew pods: ${maxSkew}`,
        spreadNote(shortage),
      ],
      help: [
        `write minDomains: ${domains}, or add Nodes in ${minDomains - domains} more`,
        fewerPods(shortage),
        NODES_HELP,
      ],
    });
  },
});
