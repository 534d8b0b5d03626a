import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { deploymentOf } from './change/change-examples';
import { goneNamespaces } from './change/gone-namespaces';
import { goneObjects, WHO_DELETES } from './change/gone-objects';
import { successorOf } from './change/successor-of';

/** What runs or serves twice while both are there. */
const KINDS = ['Service', 'apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet', 'batch/CronJob'];

export default defineRule({
  code: 'K708',
  name: 'object-renamed',
  group: 'rendering',
  severity: 'info',
  kinds: KINDS,
  summary: 'A workload or Service of a new name, whose old one stays until somebody deletes it',
  explanation: `No object of a cluster can be renamed. An apply makes one of the new name, and the old one stays: a Deployment runs twice behind the same Service, a
CronJob makes its backup twice, a Service keeps its address and its callers. Where pruning is on the old one is deleted, before the new one is ready or
after.

It compares with what was committed, as K701 does; what is the same but for its name counts as renamed. A renamed StatefulSet starts with empty
claims (K707).`,
  bad: { before: deploymentOf('cart'), manifests: deploymentOf('cart', 'carts') },
  good: { before: deploymentOf('cart'), manifests: deploymentOf('cart') },
  checkSet(context) {
    for (const entry of context.once(goneObjects)) {
      const { group, kind, namespace, name } = entry;
      if (!KINDS.includes(group === '' ? kind : `${group}/${kind}`)) continue;
      if (context.once(goneNamespaces).has(namespace)) continue;
      const successor = successorOf(entry, context);
      if (successor === undefined) continue;
      context.report({
        object: successor,
        path: '/metadata/name',
        title: `${objectTitle(successor)} was called \`${name}\`: the old one stays until somebody deletes it`,
        label: 'the new name',
        others: [{ entry, path: '/metadata/name', label: 'the old one' }],
        notes: [WHO_DELETES],
        help: [
          `once the new one is ready: \`kubectl delete ${kind.toLowerCase()} ${name}${namespace === '' ? '' : ` --namespace ${namespace}`}\``,
        ],
      });
    }
  },
});
