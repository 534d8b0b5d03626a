import { groupOf } from '../../../../model/api-version';
import { objectField, textField } from '../../../../model/json-object';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type CheckContext } from '../../../rule-context';

/** What a HorizontalPodAutoscaler scales, as it says. */
export interface ScaleTarget {
  /** As it is written; empty where it is missing. */
  readonly apiVersion: string;
  /** Its version is not looked at. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
}

/** The target of an autoscaler; undefined where its kind or name is missing. */
export function scaleTarget({ object }: ObjectEntry): ScaleTarget | undefined {
  const reference = objectField(objectField(object, 'spec'), 'scaleTargetRef');
  const apiVersion = textField(reference, 'apiVersion') ?? '';
  const kind = textField(reference, 'kind');
  const name = textField(reference, 'name');
  if (kind === undefined || name === undefined) return undefined;
  return { apiVersion, group: groupOf(apiVersion), kind, name };
}

/** The object that an autoscaler scales, where the set has it. */
export function scaledObject(autoscaler: ObjectEntry, { set }: CheckContext): ObjectEntry | undefined {
  const target = scaleTarget(autoscaler);
  return target && set.find(target.group, target.kind, autoscaler.namespace, target.name);
}

/** The kinds that an autoscaler may scale, as rules name kinds. */
export const SCALABLE_KINDS: readonly string[] = [
  'ReplicationController',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
];
