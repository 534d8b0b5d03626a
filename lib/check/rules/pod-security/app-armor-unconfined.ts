import { defineRule } from '../../define-rule';
import { appArmorProfile } from '../../pod-security/controls/app-armor-profile';
import { baselinePod } from './example/manifests';
import { POD_KINDS } from './report/pod-kinds';
import { checkControl } from './report/check-control';

export default defineRule({
  code: 'K506',
  name: 'app-armor-unconfined',
  group: 'pod-security',
  severity: 'error',
  kinds: POD_KINDS,
  reads: ['Namespace'],
  summary: 'An AppArmor profile that Pod Security forbids',
  explanation: `AppArmor confines containers by the runtime's profile where nodes have it. A pod may name that one or one of the node's, and
not \`Unconfined\`. Before 1.30 profiles were set by annotations, which count still.

It is a control of the level \`baseline\` of Pod Security. The labels \`pod-security.kubernetes.io/enforce\`, \`warn\` and
\`audit\` of a Namespace say by which level pods are refused, warned of or logged. A workload is accepted either way; its
pods are what is refused, and only the events of its controller say so.`,
  bad: [
    {
      title: 'the field',
      manifests: baselinePod({ container: ['securityContext: { appArmorProfile: { type: Unconfined } }'] }),
    },
    {
      title: 'the annotation',
      manifests: baselinePod({
        metadata: ['annotations: { container.apparmor.security.beta.kubernetes.io/web: unconfined }'],
      }),
    },
  ],
  good: baselinePod({ container: ['securityContext: { appArmorProfile: { type: RuntimeDefault } }'] }),
  check: checkControl(appArmorProfile, {
    does: ['is not confined by AppArmor', 'are not confined by AppArmor'],
    help: () => ['write `appArmorProfile: { type: RuntimeDefault }`, or leave it out, which is the same'],
  }),
});
