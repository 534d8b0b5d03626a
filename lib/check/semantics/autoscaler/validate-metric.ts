import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { pathSegmentErrors } from '../../../model/names/path-segment';
import { type ObjectView } from '../object-view';
import { validateMeasuredResource } from './validate-measured-resource';
import { validateMetricTarget } from './validate-metric-target';
import { validateScaleTarget } from './validate-scale-target';

/** The fields of the sources by the type that names them, in the order that the server looks at them. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ['Object', 'object'],
  ['External', 'external'],
  ['Pods', 'pods'],
  ['Resource', 'resource'],
  ['ContainerResource', 'containerResource'],
]);
const TYPES = [...SOURCES.keys()].sort();

const VALIDATORS: Readonly<Record<string, (source: ObjectView) => void>> = {
  object: validateObject,
  external: validateExternal,
  pods: validatePods,
  resource: validateResource,
  containerResource: validateContainerResource,
};

/** validateMetricSpec in pkg/apis/autoscaling/validation/validation.go. */
export function validateMetric(metric: ObjectView): void {
  const type = metric.text('type');
  const own = SOURCES.get(type);
  if (type === '') metric.required('type', 'must specify a metric source type');
  if (own === undefined) metric.notSupported('type', TYPES, { value: type });
  const present = [...SOURCES.values()].filter((field) => metric.object(field) !== undefined);
  const [first] = present;
  const source = first === undefined ? undefined : metric.object(first);
  if (first !== undefined && source !== undefined) VALIDATORS[first]?.(source);
  if (own === undefined) metric.notSupported('type', TYPES, { value: type });
  else if (metric.object(own) === undefined) {
    metric.required(own, 'must populate information for the given metric source');
  }
  if (present.length < 2) return;
  for (const field of present) {
    if (field !== own) metric.forbidden(field, 'must populate the given metric source only');
  }
}

function validateObject(source: ObjectView): void {
  validateScaleTarget(source.struct('describedObject'), false);
  validateName(source);
  const target = validateMetricTarget(source);
  if (!target.has('value') && !target.has('averageValue')) {
    target.required('averageValue', 'must set either a target value or averageValue');
  }
}

function validateExternal(source: ObjectView): void {
  validateName(source);
  const target = validateMetricTarget(source);
  if (!target.has('value') && !target.has('averageValue')) {
    target.required('averageValue', 'must set either a target value for metric or a per-pod target');
  }
  if (target.has('value') && target.has('averageValue')) {
    target.forbidden('value', 'may not set both a target value for metric and a per-pod target');
  }
}

function validatePods(source: ObjectView): void {
  validateName(source);
  const target = validateMetricTarget(source);
  if (!target.has('averageValue')) {
    target.required('averageValue', 'must specify a positive target averageValue');
  }
}

function validateResource(source: ObjectView): void {
  if (source.text('name') === '') source.required('name', 'must specify a resource name');
  validateResourceTarget(source);
}

function validateContainerResource(source: ObjectView): void {
  const name = source.text('name');
  if (name === '') source.required('name', 'must specify a resource name');
  else validateMeasuredResource(source);
  const container = source.text('container');
  if (container === '') source.required('container', 'must specify a container');
  else source.allInvalid('container', dns1123LabelErrors(container));
  validateResourceTarget(source);
}

function validateResourceTarget(source: ObjectView): void {
  const target = validateMetricTarget(source);
  const both = target.has('averageUtilization') && target.has('averageValue');
  if (both) {
    target.forbidden('averageValue', 'may not set both a target raw value and a target utilization');
  } else if (!target.has('averageUtilization') && !target.has('averageValue')) {
    target.required('averageUtilization', 'must set either a target raw value or a target utilization', {
      help: 'set `target: { type: Utilization, averageUtilization: 80 }`',
    });
  }
}

/** validateMetricIdentifier. */
function validateName(source: ObjectView): void {
  const metric = source.struct('metric');
  const name = metric.text('name');
  if (name === '') metric.required('name', 'must specify a metric name');
  else metric.allInvalid('name', pathSegmentErrors(name));
}
