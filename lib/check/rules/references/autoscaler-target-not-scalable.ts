import { findKind } from '../../../model/kinds';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { scaledObject, scaleTarget } from './autoscaling/scale-target';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';

const RESOURCES = 'requests: { cpu: 100m }';

export default defineRule({
  code: 'K351',
  name: 'autoscaler-target-not-scalable',
  group: 'references',
  severity: 'error',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: ['Pod', 'apps/DaemonSet', 'batch/CronJob', 'batch/Job'],
  summary: 'A HorizontalPodAutoscaler of a kind that cannot be scaled',
  explanation: `A HorizontalPodAutoscaler reads and writes the \`scale\` subresource of its target. Deployments, ReplicaSets, StatefulSets and
ReplicationControllers have one; a DaemonSet, which has a pod on each node, a Job and a Pod have none. The API server accepts the reference all
the same, and nothing is ever scaled.`,
  bad: webAutoscaler({ kind: 'DaemonSet' }) + webWorkload({ kind: 'DaemonSet', resources: RESOURCES }),
  good: webAutoscaler() + webWorkload({ resources: RESOURCES }),
  check(entry, context) {
    const target = scaleTarget(entry);
    if (target === undefined) return;
    const { group, kind, name } = target;
    const info = findKind(group, kind);
    if (info === undefined || Object.hasOwn(info.subresources, 'scale')) return;
    const scaled = scaledObject(entry, context);
    context.report({
      object: entry,
      path: '/spec/scaleTargetRef/kind',
      title: `${objectTitle(entry)} scales the ${kind} \`${name}\`, and a ${kind} cannot be scaled`,
      label: `scaleTargetRef.kind is ${kind}`,
      ...(scaled && { others: [{ entry: scaled, path: '/kind', label: 'this one' }] }),
      notes: [
        // reconcileAutoscaler, pkg/controller/podautoscaler/horizontal.go
        `a ${kind} has no subresource \`scale\`; the autoscaler does nothing: AbleToScale is False, FailedGetScale, the server could not find the requested resource`,
      ],
      help: [
        kind === 'DaemonSet'
          ? 'a DaemonSet has a pod on each of its nodes: leave the autoscaler out, or make the workload a Deployment'
          : 'leave the autoscaler out, or make the workload a Deployment',
      ],
    });
  },
});
