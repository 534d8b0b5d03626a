import { objectField, textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { podTemplate } from '../../model/pod-template';
import { daemonSetRollout } from '../../model/rollout/daemon-set-rollout';
import { deploymentRollout } from '../../model/rollout/deployment-rollout';
import { type Rollout } from '../../model/rollout/rollout-step';
import { statefulSetRollout } from '../../model/rollout/stateful-set-rollout';
import { canaryRollout, switchRollout } from '../../model/rollout/track-rollout';
import { podNumbers } from '../capacity/demand/pod-numbers';
import {
  daemonSetUpdateOf,
  deploymentUpdateOf,
  setsMaxUnavailable,
  statefulSetUpdateOf,
} from '../capacity/demand/updates';
import { objectTitle } from '../object-names';
import { type CheckContext } from '../rule-context';
import { type ReleaseTracks, releaseTracks } from './release-tracks';

/** A rollout of a workload of the set. */
export interface WorkloadRollout extends Rollout {
  /** ``Deployment `shop/web` ``. */
  readonly title: string;
  /** What the steps take for granted. */
  readonly notes: readonly string[];
}

/** What the manifests do not tell. */
export interface RolloutOptions {
  /** Over how many nodes a DaemonSet runs, where no Nodes are known. */
  readonly nodes?: number;
}

const NODES = 3;

/** The kinds of workloads that are rolled out. */
export const ROLLED_OUT: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/**
 * The steps in which a new version of a workload takes the place of the old one; undefined for what no controller rolls
 * out. Of two Deployments that a Service tells apart, or sends to both, they are those of the switch, or of the canary.
 *
 * @throws Error when a bound of its strategy is neither an integer nor a percentage
 */
export function rolloutOf(
  entry: ObjectEntry,
  context: CheckContext,
  { nodes = NODES }: RolloutOptions = {},
): WorkloadRollout | undefined {
  const template = podTemplate(entry.object);
  if (entry.group !== 'apps' || template === undefined) return undefined;
  const spec = objectField(entry.object, 'spec');
  const title = objectTitle(entry);
  const numbers = podNumbers(entry, template, context);
  const scaled =
    numbers.autoscaler === undefined
      ? []
      : [`${objectTitle(numbers.autoscaler)} sets the replicas; this starts from ${numbers.steady}`];
  switch (entry.kind) {
    case 'Deployment': {
      const tracks = releaseTracks(entry, context);
      if (tracks !== undefined) return ofTracks(tracks, context);
      const rollout = deploymentRollout(deploymentUpdateOf(spec), numbers.steady);
      return { ...rollout, title, notes: scaled };
    }
    case 'StatefulSet': {
      const start = objectField(spec, 'ordinals')?.start;
      const rollout = statefulSetRollout({
        ...statefulSetUpdateOf(spec),
        replicas: numbers.steady,
        isOrdered: textField(spec, 'podManagementPolicy') !== 'Parallel',
        name: entry.name,
        ...(typeof start === 'number' && { start }),
      });
      return { ...rollout, title, notes: [...scaled, ...leftNotes(rollout), ...droppedNotes(spec)] };
    }
    case 'DaemonSet': {
      const isGuess = numbers.isPerNode === true;
      const rollout = daemonSetRollout(daemonSetUpdateOf(spec), isGuess ? nodes : numbers.steady);
      const guess = isGuess ? [`the Nodes are not given: this is over ${nodes} of them`] : [];
      return { ...rollout, title, notes: [...guess, ...leftNotes(rollout)] };
    }
    default:
      return undefined;
  }
}

function leftNotes({ strategy, isComplete, desired }: Rollout): readonly string[] {
  if (isComplete || desired === 0) return [];
  return strategy === 'OnDelete'
    ? ['OnDelete: a pod is replaced when somebody deletes it']
    : ['the pods below the partition stay as they are'];
}

function droppedNotes(spec: JsonObject | undefined): readonly string[] {
  return setsMaxUnavailable(spec)
    ? [
        'the API server drops maxUnavailable: the feature gate MaxUnavailableStatefulSet is closed by default before 1.37 (but in 1.35.0 to 1.35.3)',
      ]
    : [];
}

function ofTracks(
  { kind, live, other, service, label, isShared }: ReleaseTracks,
  context: CheckContext,
): WorkloadRollout {
  const podsOf = (entry: ObjectEntry): number => {
    const template = podTemplate(entry.object);
    return template === undefined ? 0 : podNumbers(entry, template, context).steady;
  };
  const title = `${objectTitle(live)} and \`${other.name}\``;
  if (kind === 'switch') {
    const idle = podsOf(other);
    const update = deploymentUpdateOf(objectField(other.object, 'spec'));
    const rollout = switchRollout({ live: podsOf(live), idle, update });
    const notes = [`Service \`${service.name}\` selects by the label \`${label}\``];
    if (idle > 0 && idle < podsOf(live)) {
      notes.push(
        `change the version of \`${other.name}\` first and its replicas then: changed at once, they are pods of the version before`,
      );
    }
    return { ...rollout, title, notes };
  }
  const update = deploymentUpdateOf(objectField(live.object, 'spec'));
  const rollout = canaryRollout({
    stable: podsOf(live),
    canary: podsOf(other),
    update,
    isShared,
  });
  return {
    ...rollout,
    title,
    notes: [
      isShared
        ? `Service \`${service.name}\` sends to both; \`${other.name}\` is the canary`
        : `\`${other.name}\` is the canary, and has a Service of its own: what it gets is told there`,
    ],
  };
}
