import { textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type ObjectEntry } from '../../model/object-entry';
import { podTemplate, type PodTemplate } from '../../model/pod-template';

/** A template with a spec. */
export type ScheduledPods = PodTemplate & { readonly spec: JsonObject };

/**
 * The pods of a workload for which the cluster's own scheduler looks for Nodes; undefined where it has none, where they name
 * another scheduler, or the Node themselves.
 */
export function scheduledPods({ object }: ObjectEntry): ScheduledPods | undefined {
  const template = podTemplate(object);
  if (template?.spec === undefined || template.replicas === 0) return undefined;
  const { spec } = template;
  if (textField(spec, 'nodeName') !== undefined) return undefined;
  return (textField(spec, 'schedulerName') ?? 'default-scheduler') === 'default-scheduler'
    ? (template as ScheduledPods)
    : undefined;
}
