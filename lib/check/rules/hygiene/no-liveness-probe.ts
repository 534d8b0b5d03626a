import { defineRule } from '../../define-rule';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';
import { checkContainers } from './pods/check-containers';

export default defineRule({
  code: 'K609',
  name: 'no-liveness-probe',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A container without a liveness probe',
  explanation: `Without a liveness probe a process that hangs is never restarted. A program that ends when it cannot go on needs none, and a probe that asks too
much restarts what would have recovered: that is why this is for you to switch on.`,
  bad: podExample({ container: ['ports:', '  - containerPort: 8080'] }),
  good: podExample({
    container: ['ports:', '  - containerPort: 8080', 'livenessProbe:', '  tcpSocket: { port: 8080 }'],
  }),
  check: checkContainers({
    find: ({ container, pointer }, pod) => {
      if (!pod.runsOn || pointer.includes('/initContainers/')) return undefined;
      if (container.livenessProbe !== undefined) return undefined;
      return ['', 'no livenessProbe'];
    },
    does: ['is not restarted when it hangs', 'are not restarted when they hang'],
    help: ['add a `livenessProbe` that only asks whether the process answers'],
  }),
});
