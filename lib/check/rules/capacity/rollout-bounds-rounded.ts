import { scaledIntOrPercent } from '../../../model/int-or-string';
import { objectField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { podNumbers } from '../../capacity/demand/pod-numbers';
import { deploymentUpdateOf } from '../../capacity/demand/updates';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { deploymentExample } from './rollout/rollout-examples';

export default defineRule({
  code: 'K450',
  name: 'rollout-bounds-rounded',
  group: 'capacity',
  severity: 'info',
  kinds: ['apps/Deployment'],
  reads: ['autoscaling/HorizontalPodAutoscaler'],
  summary: 'A rolling update whose maxSurge and maxUnavailable both come to no pod',
  explanation: `A percentage of few replicas may come to nothing: \`maxUnavailable\` is rounded down, \`maxSurge\` up. Where both are 0 nothing
could move, so the controller takes \`maxUnavailable\` for 1: a pod goes before its successor is there. With one replica that is the only one, and
the rollout is an outage: a **warning**. To keep every pod, write \`maxSurge: 1\`.`,
  bad: deploymentExample(
    '  replicas: 4\n  strategy:\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 10%\n',
  ),
  good: deploymentExample(
    '  replicas: 4\n  strategy:\n    rollingUpdate:\n      maxSurge: 1\n      maxUnavailable: 10%\n',
  ),
  check(entry, context) {
    const update = deploymentUpdateOf(objectField(entry.object, 'spec'));
    const template = podTemplate(entry.object);
    const { maxSurge, maxUnavailable } = update;
    if (update.type === 'Recreate' || template === undefined) return;
    // Absent ones are 25%, of which a surge is at least one pod; two that are plainly 0 are refused.
    if (maxSurge === undefined || maxUnavailable === 0) return;
    // A share that comes to one of one pod comes to one of any number.
    if (!comesToNothing(maxSurge, 1, 'up')) return;
    const { steady } = podNumbers(entry, template, context);
    if (steady === 0 || !comesToNothing(maxSurge, steady, 'up')) return;
    if (!comesToNothing(maxUnavailable ?? '25%', steady, 'down')) return;
    context.report({
      object: entry,
      severity: steady === 1 ? 'warning' : 'info',
      path: `/spec/strategy/rollingUpdate${maxUnavailable === undefined ? '' : '/maxUnavailable'}`,
      title:
        steady === 1
          ? `a rollout of ${objectTitle(entry)} ends its only pod first, since maxSurge and maxUnavailable both come to 0`
          : `a rollout of ${objectTitle(entry)} lets one pod go first, since maxSurge and maxUnavailable both come to 0`,
      label: `${String(maxUnavailable ?? '25%')} of ${steady} ${steady === 1 ? 'pod' : 'pods'} is less than one`,
      notes: ['the controller takes maxUnavailable for 1 then: nothing could move otherwise'],
      help: [
        'write maxSurge: 1 to keep every pod until its successor is available',
        'or maxUnavailable: 1 to say what happens',
      ],
    });
  },
});

function comesToNothing(value: number | string, pods: number, round: 'up' | 'down'): boolean {
  try {
    return scaledIntOrPercent(value, pods, round) === 0;
  } catch {
    // What is neither a number nor a percentage is refused by the server, and told of as that.
    return false;
  }
}
