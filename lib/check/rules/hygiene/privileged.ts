import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { texts } from './pods/texts';
import { checkContainers } from './pods/check-containers';

/** Those by which one gets out of a container. */
const STRONG: ReadonlySet<string> = new Set([
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'BPF',
  'DAC_READ_SEARCH',
]);

export default defineRule({
  code: 'K615',
  name: 'privileged',
  group: 'hygiene',
  severity: 'warning',
  kinds: WORKLOAD_KINDS,
  summary: 'A privileged container, or one with capabilities that amount to it',
  explanation: `A privileged container is root on its node: it sees every device, and can leave its container at will. \`SYS_ADMIN\`, \`SYS_MODULE\`, \`SYS_PTRACE\`,
\`BPF\`, \`DAC_READ_SEARCH\` and \`ALL\` lead there too. Agents of nodes need it; of a DaemonSet nothing is said.`,
  bad: podExample({ container: ['securityContext:', '  privileged: true'] }),
  good: podExample({ container: ['securityContext:', '  privileged: false'] }),
  check: checkContainers({
    find: ({ container }, pod) => {
      const own = objectField(container, 'securityContext');
      if (objectField(pod.spec, 'os')?.name === 'windows') return undefined;
      if (pod.entry.kind === 'DaemonSet') return undefined;
      if (own?.privileged === true) return ['/securityContext/privileged', 'privileged is true'];
      const capabilities = objectField(own, 'capabilities');
      if (capabilities === undefined) return undefined;
      const added = texts(capabilities, 'add').map((name) => name.toUpperCase());
      const strong = added.filter((name) => STRONG.has(name.replace(/^CAP_/, '')));
      if (strong.length === 0) return undefined;
      return ['/securityContext/capabilities/add', `capabilities.add has ${strong.join(', ')}`];
    },
    does: ['is as good as root on its node', 'are as good as root on their node'],
    help: ['leave it out; for one thing that needs rights of the node, add just that capability'],
  }),
});
