import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K628',
  name: 'one-replica',
  group: 'hygiene',
  severity: 'info',
  isOptIn: true,
  kinds: ['apps/Deployment'],
  reads: ['autoscaling/HorizontalPodAutoscaler'],
  summary: 'A Deployment of one replica',
  explanation: `One pod is none while its node is drained or fails. Two of them, and a PodDisruptionBudget, are the least for what has to be there.`,
  bad: podExample(),
  good: podExample({ spec: ['replicas: 2'] }),
  check(entry, context) {
    const pod = hygienePod(entry);
    if (
      pod?.replicas !== 1 ||
      context.set.ofKind('autoscaling', 'HorizontalPodAutoscaler', entry.namespace).length > 0
    )
      return;
    context.report({
      object: entry,
      path: '/spec/replicas',
      title: `${objectTitle(entry)} has one replica`,
      label: 'replicas is 1, or not set',
      help: ['run two or more'],
    });
  },
});
