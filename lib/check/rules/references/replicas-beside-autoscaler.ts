import { objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { SCALABLE_KINDS } from './autoscaling/scale-target';
import { scaledObjects } from './autoscaling/scaled-objects';
import { webAutoscaler } from './autoscaling/web-autoscaler';
import { webWorkload } from './example/web-workload';

const RESOURCES = 'requests: { cpu: 100m }';

export default defineRule({
  code: 'K355',
  name: 'replicas-beside-autoscaler',
  group: 'references',
  severity: 'warning',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  reads: SCALABLE_KINDS,
  summary: 'A fixed number of replicas beside a HorizontalPodAutoscaler',
  explanation: `The autoscaler writes \`spec.replicas\` of its target. Where the manifest has a number there too, each apply sets it back: under load
pods are removed, and made again when the autoscaler looks the next time. Leave \`replicas\` out of the manifest; \`minReplicas\` of the autoscaler
says what there is at least.

\`replicas: 0\` is another thing: it switches the autoscaler off.`,
  bad: webAutoscaler() + webWorkload({ replicas: 3, resources: RESOURCES }),
  good: webAutoscaler() + webWorkload({ resources: RESOURCES }),
  checkSet(context) {
    for (const [target, autoscalers] of context.once(scaledObjects)) {
      const [autoscaler] = autoscalers;
      const replicas = objectField(target.object, 'spec')?.replicas;
      if (autoscaler === undefined || typeof replicas !== 'number') continue;
      const spec = objectField(autoscaler.object, 'spec');
      const minimum = typeof spec?.minReplicas === 'number' ? spec.minReplicas : 1;
      const maximum = typeof spec?.maxReplicas === 'number' ? ` to ${spec.maxReplicas}` : '';
      context.report({
        object: target,
        path: '/spec/replicas',
        title: `${objectTitle(target)} fixes its replicas, which ${objectTitle(autoscaler)} sets`,
        label: `replicas is ${replicas}`,
        others: [
          {
            entry: autoscaler,
            path: '/spec/scaleTargetRef',
            label: `keeps it at ${minimum}${maximum} replicas`,
          },
        ],
        notes: [
          replicas === 0
            ? 'each apply sets it to 0, and the autoscaler leaves it there: ScalingActive is False, ScalingDisabled'
            : `each apply sets it to ${replicas}, whatever the autoscaler has found to be needed`,
        ],
        help: ['leave `replicas` out'],
        caveats: [
          'where it was applied with a number before, taking the field away sets it to 1 for a moment: first `kubectl apply edit-last-applied` it away',
        ],
      });
    }
  },
});
