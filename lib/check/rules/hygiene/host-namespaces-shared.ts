import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

const NAMES: Readonly<Record<string, string>> = {
  hostNetwork: 'the network',
  hostPID: 'the processes',
  hostIPC: 'the memory',
};

export default defineRule({
  code: 'K616',
  name: 'host-namespaces-shared',
  group: 'hygiene',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'A pod that shares the network, processes or memory of its node',
  explanation: `With \`hostNetwork\` a pod has the addresses and the ports of its node and is out of reach of every NetworkPolicy; with \`hostPID\` it sees and may
stop every process; with \`hostIPC\` it reads memory that others share. Agents of nodes need it; of a DaemonSet nothing is said.`,
  bad: podExample({ pod: ['hostPID: true'] }),
  good: podExample(),
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined || entry.kind === 'DaemonSet') return;
    const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => pod.spec[field] === true);
    if (shared.length === 0) return;
    context.report({
      object: entry,
      path: `${pod.specPointer}/${shared[0] ?? ''}`,
      title: `${objectTitle(entry)} shares ${shared.map((field) => NAMES[field]).join(' and ')} of its node`,
      label: shared.map((field) => `${field} is true`).join('\n'),
      help: ['leave it out; a Service, or a `hostPort` where it has to be the node, makes a port reachable'],
    });
  },
});
