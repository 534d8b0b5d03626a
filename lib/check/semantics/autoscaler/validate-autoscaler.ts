import { type ObjectView } from '../object-view';
import { validateMetric } from './validate-metric';
import { validateScaleTarget } from './validate-scale-target';
import { validateScalingRules } from './validate-scaling-rules';

/** ValidateHorizontalPodAutoscaler in pkg/apis/autoscaling/validation/validation.go, of autoscaling/v2. */
export function validateAutoscaler(autoscaler: ObjectView): void {
  const spec = autoscaler.struct('spec');
  validateBounds(spec);
  const metrics = spec.objects('metrics');
  metrics.forEach(validateMetric);
  const scalesToZero = metrics.some((metric) => ['Object', 'External'].includes(metric.text('type')));
  if (spec.optionalNumber('minReplicas') === 0 && !scalesToZero) tellZero(spec);
  const behavior = spec.struct('behavior');
  for (const field of ['scaleUp', 'scaleDown'] as const) {
    const rules = behavior.object(field);
    if (rules !== undefined) validateScalingRules(rules);
  }
}

/** The same of autoscaling/v1, whose one target the server makes a metric of before it validates (pkg/apis/autoscaling/v1/conversion.go). */
export function validateAutoscalerV1(autoscaler: ObjectView): void {
  const spec = autoscaler.struct('spec');
  validateBounds(spec);
  const target = spec.optionalNumber('targetCPUUtilizationPercentage');
  if (target !== undefined && target < 1) {
    spec.invalid('targetCPUUtilizationPercentage', 'must be greater than 0', {
      field: 'spec.metrics[0].resource.target.averageUtilization',
    });
  }
  if (spec.optionalNumber('minReplicas') === 0) tellZero(spec);
}

function tellZero(spec: ObjectView): void {
  spec.forbidden(
    'metrics',
    'must specify at least one Object or External metric to support scaling to zero replicas',
    { help: 'set `minReplicas: 1` or more: scaling to zero is behind a feature gate that is off' },
  );
}

function validateBounds(spec: ObjectView): void {
  const fewest = spec.optionalNumber('minReplicas') ?? 1;
  if (fewest < 1) spec.invalid('minReplicas', 'must be greater than or equal to 1');
  const most = spec.number('maxReplicas');
  if (!spec.validation.since('1.36')) {
    if (most < 1) spec.invalid('maxReplicas', 'must be greater than 0', { value: most });
  } else if (most === 0) spec.required('maxReplicas', 'must be set and greater than 0');
  else if (most < 0) spec.invalid('maxReplicas', 'must be greater than or equal to 1');
  if (most < fewest) {
    spec.invalid('maxReplicas', 'must be greater than or equal to `minReplicas`', {
      value: most,
      help: `set \`maxReplicas: ${String(fewest)}\` or more`,
    });
  }
  validateScaleTarget(spec.struct('scaleTargetRef'), true);
}
