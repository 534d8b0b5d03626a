/** The cases as rollouts on a judge: what is created and changed, and the steps that the model has for it. */
import {
  daemonSetUpdateOf,
  deploymentUpdateOf,
  statefulSetUpdateOf,
} from '../../lib/check/capacity/demand/updates';
import { type JsonObject } from '../../lib/model/json-value';
import { daemonSetRollout } from '../../lib/model/rollout/daemon-set-rollout';
import { deploymentRollout } from '../../lib/model/rollout/deployment-rollout';
import { statefulSetRollout } from '../../lib/model/rollout/stateful-set-rollout';
import { type ApiObject } from '../api';
import { type CommonCase, type DaemonSetCase, type DeploymentCase, type StatefulSetCase } from './cases';
import { type Act, type Performance } from './conduct';
import { ALL, STAYING } from './counts';
import { template, workload, type WorkloadTraits } from './workloads';

/** One rollout to hold against the controllers. */
export interface Trial extends Pick<
  Performance,
  'by' | 'compared' | 'namesPods' | 'inAnyOrder' | 'minReadySeconds' | 'serves' | 'rollout' | 'acts'
> {
  /** `Deployment`, `canary`, ... */
  readonly kind: string;
  /** In words: `replicas 3, maxSurge 1`. */
  readonly title: string;
  /** What is there before, without the namespace. */
  readonly objects: readonly ApiObject[];
}

export function deploymentTrial({ replicas, update, wave, minReadySeconds }: DeploymentCase): Trial {
  const { type, ...rollingUpdate } = update;
  const spec = {
    replicas,
    strategy: type === undefined ? { rollingUpdate } : { type },
    ...(minReadySeconds !== undefined && { minReadySeconds }),
  };
  const rollout = deploymentRollout(deploymentUpdateOf(spec), replicas, pace(wave));
  // New pods of a Recreate wait for the last of the old ones; those of a rolling update wait for none to end, and which
  // of two ReplicaSets is faster is chance.
  const isRecreate = type === 'Recreate';
  return {
    kind: 'Deployment',
    title: inTitle({ replicas, ...update, minReadySeconds, wave }),
    ...changed('Deployment', spec, { isHeld: isRecreate }),
    rollout,
    by: isRecreate ? 'pods' : 'sets',
    compared: isRecreate ? ALL : STAYING,
    ...(minReadySeconds !== undefined && { minReadySeconds }),
  };
}

/** `isGateOpen`: whether `maxUnavailable` is heeded. */
export function statefulSetTrial(
  { replicas, update, wave, minReadySeconds, isParallel = false, start }: StatefulSetCase,
  isGateOpen: boolean,
): Trial {
  const { type, ...rollingUpdate } = update;
  const spec: JsonObject = {
    replicas,
    podManagementPolicy: isParallel ? 'Parallel' : 'OrderedReady',
    updateStrategy: type === undefined ? { rollingUpdate } : { type },
    ...(start !== undefined && { ordinals: { start } }),
    ...(minReadySeconds !== undefined && { minReadySeconds }),
  };
  const rollout = statefulSetRollout(
    {
      ...(isGateOpen ? update : statefulSetUpdateOf(spec)),
      replicas,
      isOrdered: !isParallel,
      name: 'web',
      ...(start !== undefined && { start }),
    },
    pace(wave),
  );
  const policy = isParallel ? 'Parallel' : undefined;
  return {
    kind: 'StatefulSet',
    title: inTitle({ replicas, ...update, policy, start, minReadySeconds, wave }),
    ...changed('StatefulSet', spec, { isHeld: true }),
    rollout,
    by: 'pods',
    compared: ALL,
    namesPods: true,
    inAnyOrder: isParallel,
    ...(minReadySeconds !== undefined && { minReadySeconds }),
  };
}

export function daemonSetTrial({ nodes, update, wave, minReadySeconds }: DaemonSetCase): Trial {
  const { type, ...rollingUpdate } = update;
  const spec = {
    updateStrategy: type === undefined ? { rollingUpdate } : { type },
    ...(minReadySeconds !== undefined && { minReadySeconds }),
  };
  return {
    kind: 'DaemonSet',
    title: inTitle({ nodes, ...update, minReadySeconds, wave }),
    ...changed('DaemonSet', spec, { node: poolOf(nodes) }),
    rollout: daemonSetRollout(daemonSetUpdateOf(spec), nodes, pace(wave)),
    by: 'pods',
    compared: STAYING,
    ...(minReadySeconds !== undefined && { minReadySeconds }),
  };
}

const PLURALS = { Deployment: 'deployments', StatefulSet: 'statefulsets', DaemonSet: 'daemonsets' };

/** A workload, and the change of its template with which its rollout begins. */
function changed(
  kind: keyof typeof PLURALS,
  spec: JsonObject,
  traits: WorkloadTraits,
): Pick<Trial, 'objects' | 'acts'> {
  return {
    objects: [workload(kind, spec, traits)],
    acts: [{ before: /./, ...renewal(PLURALS[kind], traits) }],
  };
}

/** The change of a template to the new version. */
export function renewal(
  plural: string,
  traits: WorkloadTraits,
  spec: JsonObject = {},
): Pick<Act, 'path' | 'patch'> {
  const path = `/apis/apps/v1/namespaces/NAMESPACE/${plural}/${traits.name ?? 'web'}`;
  return { path, patch: { spec: { ...spec, template: template('new', traits) } } };
}

/** The label that so many nodes have. */
export function poolOf(nodes: number): string {
  return `example.com/among-${nodes}`;
}

/** The pace of the model. */
export function pace(wave: CommonCase['wave']): { readonly wave?: number } {
  return wave === undefined ? {} : { wave };
}

/** The values that there are, by their names. */
export function inTitle(values: Readonly<Record<string, number | string | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`))
    .join(', ');
}
