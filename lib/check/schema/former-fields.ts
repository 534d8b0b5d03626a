import { type JsonValue } from '../../model/json-value';
import { writeValue } from './show-value';

/** What became of a field that another API version of the kind has. */
export interface FormerField {
  /** The field that says the same today. */
  readonly field: string;
  readonly note: string;
  readonly help: string;
}

interface Row {
  /** The API version that has it. */
  readonly of: string;
  /** What to write today, where `$` stands for the value. */
  readonly write: string;
}

const METRIC_TARGET: Readonly<Record<string, Row>> = {
  targetAverageUtilization: {
    of: 'autoscaling/v2beta1',
    write: 'target: { type: Utilization, averageUtilization: $ }',
  },
  targetAverageValue: { of: 'autoscaling/v2beta1', write: 'target: { type: AverageValue, averageValue: $ }' },
  targetValue: { of: 'autoscaling/v2beta1', write: 'target: { type: Value, value: $ }' },
  metricName: { of: 'autoscaling/v2beta1', write: 'metric: { name: $ }' },
  metricSelector: { of: 'autoscaling/v2beta1', write: 'metric: { selector: $ }' },
};

/** By type, by field. Upstream: the removed packages of k8s.io/api, and the deprecated API migration guide. */
const FORMER: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  'autoscaling.v2.ResourceMetricSource': METRIC_TARGET,
  'autoscaling.v2.ContainerResourceMetricSource': METRIC_TARGET,
  'autoscaling.v2.PodsMetricSource': METRIC_TARGET,
  'autoscaling.v2.ObjectMetricSource': {
    ...METRIC_TARGET,
    target: { of: 'autoscaling/v2beta1', write: 'describedObject: $' },
  },
  'autoscaling.v2.ExternalMetricSource': METRIC_TARGET,
  'autoscaling.v2.HorizontalPodAutoscalerSpec': {
    targetCPUUtilizationPercentage: {
      of: 'autoscaling/v1',
      write:
        'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: $ } } }]',
    },
  },
  'networking.v1.IngressBackend': {
    serviceName: { of: 'networking.k8s.io/v1beta1', write: 'service: { name: $, port: { number: 80 } }' },
    servicePort: { of: 'networking.k8s.io/v1beta1', write: 'service: { name: web, port: { number: $ } }' },
  },
  'networking.v1.IngressSpec': { backend: { of: 'networking.k8s.io/v1beta1', write: 'defaultBackend: $' } },
  'apiextensions.v1.CustomResourceDefinitionSpec': {
    version: {
      of: 'apiextensions.k8s.io/v1beta1',
      write:
        'versions: [{ name: $, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
    },
    validation: {
      of: 'apiextensions.k8s.io/v1beta1',
      write:
        'versions: [{ name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }]',
    },
    subresources: { of: 'apiextensions.k8s.io/v1beta1', write: 'versions: [{ name: v1, subresources: $ }]' },
    additionalPrinterColumns: {
      of: 'apiextensions.k8s.io/v1beta1',
      write: 'versions: [{ name: v1, additionalPrinterColumns: $ }]',
    },
  },
  'apiextensions.v1.CustomResourceColumnDefinition': {
    JSONPath: { of: 'apiextensions.k8s.io/v1beta1', write: 'jsonPath: $' },
  },
  'apiextensions.v1.CustomResourceConversion': {
    webhookClientConfig: { of: 'apiextensions.k8s.io/v1beta1', write: 'webhook: { clientConfig: $ }' },
    conversionReviewVersions: {
      of: 'apiextensions.k8s.io/v1beta1',
      write: 'webhook: { conversionReviewVersions: $ }',
    },
  },
};

/** What became of a field that the type had in another API version. */
export function findFormerField(type: string, name: string, value: JsonValue): FormerField | undefined {
  const rows = Object.hasOwn(FORMER, type) ? FORMER[type] : undefined;
  const row = rows !== undefined && Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row === undefined) return undefined;
  return {
    field: row.write.replace(/:.*$/, ''),
    note: `\`${name}\` is a field of ${row.of}`,
    help: `write \`${row.write.replace('$', () => writeValue(value))}\``,
  };
}
