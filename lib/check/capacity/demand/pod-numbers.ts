import { objectField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodTemplate } from '../../../model/pod-template';
import { daemonSetBounds, deploymentBounds, type RolloutBounds } from '../../../model/rolling-update';
import { daemonCount } from '../../nodes/daemon-count';
import { type CheckContext } from '../../rule-context';
import { autoscalerOf } from './autoscalers';
import { type PodNumbers } from './demand';
import { daemonSetUpdateOf, deploymentUpdateOf } from './updates';

/** How many pods a workload has: those that its controller keeps, at the peak of a rollout, and autoscaled. */
export function podNumbers(entry: ObjectEntry, template: PodTemplate, context: CheckContext): PodNumbers {
  const spec = objectField(entry.object, 'spec');
  switch (entry.kind) {
    case 'Job':
      return run(jobPods(spec));
    case 'CronJob':
      // One Job at a time is sure. With the policy Allow there may be more; with Replace and Forbid there are not.
      return run(spec?.suspend === true ? 0 : jobPods(objectField(objectField(spec, 'jobTemplate'), 'spec')));
    case 'DaemonSet': {
      const nodes = daemonCount(template.spec ?? {}, context);
      if (nodes === undefined) return { ...kept(0), isPerNode: true };
      return rolling(nodes, (pods) => daemonSetBounds(daemonSetUpdateOf(spec), pods));
    }
    default:
      return scaled(entry, template.replicas ?? 0, spec, context);
  }
}

/**
 * Upstream: `manageJob`, pkg/controller/job/job_controller.go; `SetDefaults_Job`, pkg/apis/batch/v1/defaults.go. The
 * pods of a suspended Job are none.
 */
function jobPods(spec: JsonObject | undefined): number {
  if (spec?.suspend === true) return 0;
  const parallelism = typeof spec?.parallelism === 'number' ? spec.parallelism : 1;
  return typeof spec?.completions === 'number' ? Math.min(parallelism, spec.completions) : parallelism;
}

function scaled(
  entry: ObjectEntry,
  replicas: number,
  spec: JsonObject | undefined,
  context: CheckContext,
): PodNumbers {
  const autoscaler = entry.kind === 'Pod' ? undefined : autoscalerOf(entry, context);
  // An autoscaler leaves a workload alone that was scaled to zero by hand.
  const pods =
    autoscaler === undefined || replicas === 0
      ? replicas
      : Math.max(autoscaler.min, Math.min(autoscaler.max, replicas));
  const numbers =
    entry.kind === 'Deployment' && spec?.paused !== true
      ? rolling(pods, (desired) => deploymentBounds(deploymentUpdateOf(spec), desired))
      : kept(pods);
  if (autoscaler === undefined || replicas === 0) return numbers;
  return { ...numbers, autoscaled: Math.max(autoscaler.max, pods), autoscaler: autoscaler.entry };
}

function kept(pods: number): PodNumbers {
  return { kind: 'kept', steady: pods, peak: pods, autoscaled: pods, surge: 0, maxUnavailable: 0 };
}

/** Of no use to a sum of what is steady: the pods end. */
function run(pods: number): PodNumbers {
  return { kind: 'run', steady: 0, peak: pods, autoscaled: 0, surge: 0, maxUnavailable: 0 };
}

function rolling(pods: number, boundsOf: (pods: number) => RolloutBounds): PodNumbers {
  const { maxSurge, maxUnavailable } = boundsIfValid(boundsOf, pods);
  const surge = pods === 0 ? 0 : Math.min(maxSurge, pods);
  return { ...kept(pods), peak: pods + surge, surge, maxUnavailable };
}

/** A value that is neither a number nor a percentage is refused by the server, and reported by others. */
function boundsIfValid(
  boundsOf: (pods: number) => RolloutBounds,
  pods: number,
): Pick<RolloutBounds, 'maxSurge' | 'maxUnavailable'> {
  try {
    return boundsOf(pods);
  } catch {
    return { maxSurge: 0, maxUnavailable: pods };
  }
}
