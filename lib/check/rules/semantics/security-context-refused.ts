import { POD_HOLDER_KINDS } from '../pod-holder-kinds';
import { semanticsRule } from './pass/semantics-rule';

export default semanticsRule('security-context', {
  code: 'K208',
  name: 'security-context-refused',
  group: 'semantics',
  severity: 'error',
  kinds: POD_HOLDER_KINDS,
  summary: 'A security context of a pod or a container that the API server refuses',
  explanation: `Ids are 0 to 2147483647. A \`Localhost\` profile of seccomp or AppArmor has a \`localhostProfile\`, and no other has; a profile that an
annotation names too is the same in both. A privileged container can always raise its privileges, so it may not say that it cannot.
\`hostUsers: false\` goes with none of the host's other namespaces. With \`os.name\` set, a pod has no settings of the other system.`,
  bad: [
    {
      title: 'a privileged container that may not raise its privileges',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: agent }
spec:
  containers:
    - name: agent
      image: example.com/agent:1.0.0
      securityContext: { privileged: true, allowPrivilegeEscalation: false }
`,
    },
    {
      title: 'a profile of the node without its name',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  securityContext:
    seccompProfile: { type: Localhost }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
    {
      title: 'a user of Linux in a pod of Windows',
      manifests: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  os: { name: windows }
  securityContext: { runAsUser: 1000 }
  containers:
    - { name: web, image: example.com/web:1.0.0 }
`,
    },
  ],
  good: `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec:
  os: { name: linux }
  securityContext:
    runAsUser: 1000
    seccompProfile: { type: Localhost, localhostProfile: profiles/web.json }
  containers:
    - name: web
      image: example.com/web:1.0.0
      securityContext: { allowPrivilegeEscalation: false }
`,
});
