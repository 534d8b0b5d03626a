import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { jsonPointer } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';

/** A share of what the pods request, by which an autoscaler scales. */
export interface UtilizationMetric {
  /** JSON pointer of what asks for it; that of the object where it is what the server fills in. */
  readonly pointer: string;
  /** `cpu`, `memory`. */
  readonly resource: string;
  /** The one container whose usage counts; all of them where it is left out. */
  readonly container?: string;
}

/**
 * What an autoscaler measures against the requests of its pods. One that says nothing at all gets cpu of 80 %.
 *
 * Upstream: SetDefaults_HorizontalPodAutoscaler, pkg/apis/autoscaling/v1/defaults.go and v2/defaults.go.
 */
export function utilizationMetrics(autoscaler: JsonObject): readonly UtilizationMetric[] {
  const spec = objectField(autoscaler, 'spec');
  if (autoscaler.apiVersion === 'autoscaling/v1') {
    const field = 'targetCPUUtilizationPercentage';
    const isWritten = spec !== undefined && Object.hasOwn(spec, field);
    return [{ pointer: isWritten ? `/spec/${field}` : '/spec', resource: 'cpu' }];
  }
  const metrics = listField(spec, 'metrics');
  if (metrics.length === 0) return [{ pointer: '/spec', resource: 'cpu' }];
  return metrics.flatMap((metric, index) =>
    isJsonObject(metric) ? utilizationMetric(metric, jsonPointer('/spec/metrics', index)) : [],
  );
}

/** The metrics of single containers, whatever they are held against: where each says the container's name. */
export function measuredContainers(
  autoscaler: JsonObject,
): readonly { readonly pointer: string; readonly name: string }[] {
  return listField(objectField(autoscaler, 'spec'), 'metrics').flatMap((metric, index) => {
    const source = isJsonObject(metric) ? objectField(metric, 'containerResource') : undefined;
    const name = textField(source, 'container');
    return name === undefined
      ? []
      : { pointer: jsonPointer('/spec/metrics', index, 'containerResource', 'container'), name };
  });
}

function utilizationMetric(metric: JsonObject, pointer: string): readonly UtilizationMetric[] {
  for (const field of ['resource', 'containerResource']) {
    const source = objectField(metric, field);
    const resource = textField(source, 'name');
    if (resource === undefined || textField(objectField(source, 'target'), 'type') !== 'Utilization')
      continue;
    const container = field === 'resource' ? undefined : textField(source, 'container');
    return [{ pointer: `${pointer}/${field}`, resource, ...(container !== undefined && { container }) }];
  }
  return [];
}
