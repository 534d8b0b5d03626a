import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  v2: {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: 'a',
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
      },
      minReplicas: 1,
      maxReplicas: 3,
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [
            {
              type: 'Pods',
              value: 4,
              periodSeconds: 15,
            },
          ],
        },
        scaleDown: {
          policies: [
            {
              type: 'Percent',
              value: 10,
              periodSeconds: 60,
            },
          ],
        },
      },
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: {
              type: 'Utilization',
              averageUtilization: 80,
            },
          },
        },
        {
          type: 'Pods',
          pods: {
            metric: {
              name: 'x',
            },
            target: {
              type: 'AverageValue',
              averageValue: '10',
            },
          },
        },
        {
          type: 'Object',
          object: {
            describedObject: {
              kind: 'Service',
              name: 's',
            },
            metric: {
              name: 'x',
            },
            target: {
              type: 'Value',
              value: '10',
            },
          },
        },
        {
          type: 'External',
          external: {
            metric: {
              name: 'x',
              selector: {
                matchLabels: {
                  a: 'b',
                },
              },
            },
            target: {
              type: 'Value',
              value: '10',
            },
          },
        },
        {
          type: 'ContainerResource',
          containerResource: {
            name: 'cpu',
            container: 'c',
            target: {
              type: 'Utilization',
              averageUtilization: 80,
            },
          },
        },
      ],
    },
  },
  minimal: {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: 'a',
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
      },
      maxReplicas: 3,
    },
  },
  v1: {
    apiVersion: 'autoscaling/v1',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name: 'a',
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'web',
      },
      minReplicas: 1,
      maxReplicas: 3,
      targetCPUUtilizationPercentage: 80,
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'minimal',
    set: { 'spec.minReplicas': 0 },
    says: [
      'spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas',
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.minReplicas': 0 },
    says: ['spec.minReplicas: Invalid value: 0: must be greater than or equal to 1'],
  },
  {
    of: 'minimal',
    set: { 'spec.minReplicas': 5 },
    says: ['spec.maxReplicas: Invalid value: 3: must be greater than or equal to `minReplicas`'],
  },
  {
    of: 'minimal',
    set: { 'spec.maxReplicas': 0 },
    says: {
      '1.28': [
        'spec.maxReplicas: Invalid value: 0: must be greater than 0',
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
      ],
      '1.33': [
        'spec.maxReplicas: Invalid value: 0: must be greater than 0',
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
      ],
      '1.36': [
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
        'spec.maxReplicas: Required value: must be set and greater than 0',
      ],
    },
  },
  {
    of: 'minimal',
    set: { 'spec.maxReplicas': -1 },
    says: {
      '1.28': [
        'spec.maxReplicas: Invalid value: -1: must be greater than 0',
        'spec.maxReplicas: Invalid value: -1: must be greater than or equal to `minReplicas`',
      ],
      '1.33': [
        'spec.maxReplicas: Invalid value: -1: must be greater than 0',
        'spec.maxReplicas: Invalid value: -1: must be greater than or equal to `minReplicas`',
      ],
      '1.36': [
        'spec.maxReplicas: Invalid value: -1: must be greater than or equal to 1',
        'spec.maxReplicas: Invalid value: -1: must be greater than or equal to `minReplicas`',
      ],
    },
  },
  {
    of: 'minimal',
    set: { 'spec.maxReplicas': undefined },
    says: {
      '1.28': [
        'spec.maxReplicas: Invalid value: 0: must be greater than 0',
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
      ],
      '1.33': [
        'spec.maxReplicas: Invalid value: 0: must be greater than 0',
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
      ],
      '1.36': [
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
        'spec.maxReplicas: Required value: must be set and greater than 0',
      ],
    },
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': '' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group'],
    },
  },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': '' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': '', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'v1' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.scaleTargetRef.apiVersion: Invalid value: "v1": apiVersion must specify API group'],
    },
  },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': 'v1' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'v1', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'apps' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.scaleTargetRef.apiVersion: Invalid value: "apps": apiVersion must specify API group'],
    },
  },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': 'apps' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'apps', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  { of: 'minimal', set: { 'spec.scaleTargetRef.apiVersion': 'apps/v1' }, says: [] },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': 'apps/v1' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'apps/v1', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'a/b/c' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.scaleTargetRef.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c',
      ],
    },
  },
  {
    of: 'v2',
    set: { 'spec.metrics.2.object.describedObject.apiVersion': 'a/b/c' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.metrics[2].object.describedObject.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c',
      ],
    },
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'a/b/c', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': [
        'spec.scaleTargetRef.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c',
      ],
    },
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': '/' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.scaleTargetRef.apiVersion: Invalid value: "/": apiVersion must specify API group'],
    },
  },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': '/' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': '/', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': '/v1' },
    says: {
      '1.28': [],
      '1.33': [],
      '1.36': ['spec.scaleTargetRef.apiVersion: Invalid value: "/v1": apiVersion must specify API group'],
    },
  },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': '/v1' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': '/v1', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  { of: 'minimal', set: { 'spec.scaleTargetRef.apiVersion': 'apps/' }, says: [] },
  { of: 'v2', set: { 'spec.metrics.2.object.describedObject.apiVersion': 'apps/' }, says: [] },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.apiVersion': 'apps/', 'spec.scaleTargetRef.kind': 'ReplicationController' },
    says: [],
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.kind': '', 'spec.scaleTargetRef.name': '' },
    says: ['spec.scaleTargetRef.kind: Required value', 'spec.scaleTargetRef.name: Required value'],
  },
  {
    of: 'minimal',
    set: { 'spec.scaleTargetRef.kind': 'a/b', 'spec.scaleTargetRef.name': 'a%' },
    says: [
      'spec.scaleTargetRef.kind: Invalid value: "a/b": may not contain \'/\'',
      'spec.scaleTargetRef.name: Invalid value: "a%": may not contain \'%\'',
    ],
  },
  {
    of: 'minimal',
    set: { 'spec.metrics': [{ type: 'Resource', resource: { name: 'cpu' } }] },
    says: [
      'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
      'spec.metrics[0].resource.target.type: Invalid value: "": must be either Utilization, Value, or AverageValue',
      'spec.metrics[0].resource.target.type: Required value: must specify a metric target type',
    ],
  },
  {
    of: 'minimal',
    set: { 'spec.metrics': [{ type: '' }] },
    says: [
      'spec.metrics[0].type: Required value: must specify a metric source type',
      'spec.metrics[0].type: Unsupported value: "": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
      'spec.metrics[0].type: Unsupported value: "": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
    ],
  },
  {
    of: 'minimal',
    set: { 'spec.metrics': [{ type: 'x' }] },
    says: [
      'spec.metrics[0].type: Unsupported value: "x": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
      'spec.metrics[0].type: Unsupported value: "x": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
    ],
  },
  {
    of: 'minimal',
    set: { 'spec.metrics': [{ type: 'Pods' }] },
    says: ['spec.metrics[0].pods: Required value: must populate information for the given metric source'],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.0.pods': { metric: { name: '' }, target: { type: 'x' } } },
    says: [
      'spec.metrics[0].pods.metric.name: Required value: must specify a metric name',
      'spec.metrics[0].pods.target.averageValue: Required value: must specify a positive target averageValue',
      'spec.metrics[0].pods.target.type: Invalid value: "x": must be either Utilization, Value, or AverageValue',
      'spec.metrics[0].pods: Forbidden: must populate the given metric source only',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.0.type': 'Pods' },
    says: ['spec.metrics[0].pods: Required value: must populate information for the given metric source'],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.0.resource.target.averageValue': '1' },
    says: [
      'spec.metrics[0].resource.target.averageValue: Forbidden: may not set both a target raw value and a target utilization',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.0.resource.target': { type: 'Utilization' } },
    says: [
      'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.0.resource.target.averageUtilization': 0 },
    says: ['spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0'],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.0.resource.name': '' },
    says: ['spec.metrics[0].resource.name: Required value: must specify a resource name'],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.1.pods.target': { type: 'Value', value: '1' } },
    says: [
      'spec.metrics[1].pods.target.averageValue: Required value: must specify a positive target averageValue',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.2.object.target': { type: 'Value' } },
    says: [
      'spec.metrics[2].object.target.averageValue: Required value: must set either a target value or averageValue',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.3.external.target': { type: 'Value' } },
    says: [
      'spec.metrics[3].external.target.averageValue: Required value: must set either a target value for metric or a per-pod target',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.3.external.target.averageValue': '5' },
    says: [
      'spec.metrics[3].external.target.value: Forbidden: may not set both a target value for metric and a per-pod target',
    ],
  },
  { of: 'v2', set: { 'spec.metrics.3.external.metric.selector.matchLabels': { 'a b': 'c d' } }, says: [] },
  { of: 'v2', set: { 'spec.metrics.4.containerResource.name': 'nvidia.com/gpu' }, says: [] },
  {
    of: 'v2',
    set: { 'spec.metrics.4.containerResource.name': '' },
    says: ['spec.metrics[4].containerResource.name: Required value: must specify a resource name'],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.4.containerResource.container': '' },
    says: ['spec.metrics[4].containerResource.container: Required value: must specify a container'],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.4.containerResource.container': 'A' },
    says: [
      "spec.metrics[4].containerResource.container: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  },
  {
    of: 'v2',
    set: { 'spec.metrics.4.containerResource': undefined },
    says: [
      'spec.metrics[4].containerResource: Required value: must populate information for the given metric source',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.behavior.scaleUp.policies': [] },
    says: ['spec.behavior.scaleUp.policies: Required value: must specify at least one Policy'],
  },
  { of: 'v2', set: { 'spec.behavior.scaleUp.policies': undefined }, says: [] },
  {
    of: 'v2',
    set: { 'spec.behavior.scaleUp.selectPolicy': 'x' },
    says: [
      'spec.behavior.scaleUp.selectPolicy: Unsupported value: "x": supported values: "Disabled", "Max", "Min"',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.behavior.scaleUp.stabilizationWindowSeconds': -1 },
    says: [
      'spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: -1: must be greater than or equal to zero',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.behavior.scaleUp.stabilizationWindowSeconds': 3601 },
    says: [
      'spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.behavior.scaleUp.policies.0': { type: 'x', value: 0, periodSeconds: 0 } },
    says: [
      'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 0: must be greater than zero',
      'spec.behavior.scaleUp.policies[0].type: Unsupported value: "x": supported values: "Percent", "Pods"',
      'spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero',
    ],
  },
  {
    of: 'v2',
    set: { 'spec.behavior.scaleUp.policies.0.periodSeconds': 1801 },
    says: [
      'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800',
    ],
  },
  { of: 'v2', set: { 'spec.behavior': {} }, says: [] },
  { of: 'v2', set: { 'spec.behavior.scaleUp': {} }, says: [] },
  {
    of: 'v1',
    set: { 'spec.targetCPUUtilizationPercentage': 0 },
    says: ['spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0'],
  },
  {
    of: 'v1',
    set: { 'spec.minReplicas': 0 },
    says: [
      'spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas',
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    ],
  },
  { of: 'v1', set: { 'spec.targetCPUUtilizationPercentage': undefined }, says: [] },
];

describe('a HorizontalPodAutoscaler', () => {
  describeServerCases(OBJECTS, CASES);
});
