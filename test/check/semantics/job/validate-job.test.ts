import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  job: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'a',
    },
    spec: {
      parallelism: 2,
      completions: 3,
      activeDeadlineSeconds: 5,
      backoffLimit: 1,
      ttlSecondsAfterFinished: 5,
      suspend: false,
      template: {
        metadata: {
          labels: {
            app: 'a',
          },
        },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'c',
              image: 'i:1',
            },
          ],
          initContainers: [
            {
              name: 'i',
              image: 'i:1',
            },
          ],
        },
      },
    },
  },
  policy: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'a',
    },
    spec: {
      podFailurePolicy: {
        rules: [
          {
            action: 'FailJob',
            onExitCodes: {
              containerName: 'c',
              operator: 'In',
              values: [1, 2],
            },
          },
          {
            action: 'Ignore',
            onPodConditions: [
              {
                type: 'DisruptionTarget',
              },
            ],
          },
        ],
      },
      template: {
        metadata: {
          labels: {
            app: 'a',
          },
        },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'c',
              image: 'i:1',
            },
          ],
          initContainers: [
            {
              name: 'i',
              image: 'i:1',
            },
          ],
        },
      },
    },
  },
  indexed: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'a',
    },
    spec: {
      completionMode: 'Indexed',
      completions: 5,
      parallelism: 2,
      template: {
        metadata: {
          labels: {
            app: 'a',
          },
        },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'c',
              image: 'i:1',
            },
          ],
          initContainers: [
            {
              name: 'i',
              image: 'i:1',
            },
          ],
        },
      },
    },
  },
  manual: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'a',
    },
    spec: {
      manualSelector: true,
      selector: {
        matchLabels: {
          app: 'a',
        },
      },
      template: {
        metadata: {
          labels: {
            app: 'a',
          },
        },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'c',
              image: 'i:1',
            },
          ],
          initContainers: [
            {
              name: 'i',
              image: 'i:1',
            },
          ],
        },
      },
    },
  },
};

const CASES: readonly ServerCase[] = [
  {
    of: 'job',
    set: { 'spec.parallelism': -1 },
    says: ['spec.parallelism: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'job',
    set: { 'spec.completions': -1 },
    says: ['spec.completions: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'job',
    set: { 'spec.activeDeadlineSeconds': -1 },
    says: ['spec.activeDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'job',
    set: { 'spec.backoffLimit': -1 },
    says: ['spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'job',
    set: { 'spec.ttlSecondsAfterFinished': -1 },
    says: ['spec.ttlSecondsAfterFinished: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'job',
    set: { 'spec.template.spec.restartPolicy': undefined },
    says: ['spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"'],
  },
  {
    of: 'job',
    set: { 'spec.template.spec.restartPolicy': 'Always' },
    says: ['spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"'],
  },
  { of: 'job', set: { 'spec.template.spec.restartPolicy': 'OnFailure' }, says: [] },
  {
    of: 'policy',
    set: { 'spec.template.spec.restartPolicy': 'OnFailure' },
    says: [
      'spec.template.spec.restartPolicy: Invalid value: "OnFailure": only "Never" is supported when podFailurePolicy is specified',
    ],
  },
  {
    of: 'job',
    set: { 'spec.selector': { matchLabels: { app: 'a' } } },
    says: ['spec.selector: Invalid value: {"matchLabels":{"app":"a"}}: `selector` not auto-generated'],
  },
  {
    of: 'job',
    set: { 'spec.selector': { matchLabels: { app: 'b' } } },
    says: [
      'spec.selector: Invalid value: {"matchLabels":{"app":"b"}}: `selector` not auto-generated',
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  { of: 'job', set: { 'spec.selector': {} }, says: [] },
  { of: 'job', set: { 'spec.selector': { matchLabels: { 'job-name': 'a' } } }, says: [] },
  {
    of: 'job',
    set: { 'spec.selector': { matchLabels: { 'a b': 'a' } } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'job',
    set: { 'spec.selector': { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] } },
    says: [],
  },
  {
    of: 'job',
    set: { 'spec.template.metadata.labels': { 'job-name': 'b' } },
    says: ['spec.template.metadata.labels[job-name]: Invalid value: "b": must be \'a\''],
  },
  { of: 'job', set: { 'spec.template.metadata.labels': { 'job-name': 'a' } }, says: [] },
  {
    of: 'job',
    set: { 'spec.template.metadata.labels': { 'a b': 'c' } },
    says: [
      "metadata.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      "spec.template.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'job',
    set: { 'metadata.labels': { x: 'y' }, 'spec.template.metadata.labels': { 'a b': 'c' } },
    says: [
      "spec.template.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'job',
    set: { 'metadata.name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    says: {
      '1.28': [
        'metadata.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
        'metadata.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
        'spec.template.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
        'spec.template.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
      ],
      '1.33': [
        'metadata.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
        'metadata.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
        'spec.template.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
        'spec.template.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 characters',
      ],
      '1.36': [
        'metadata.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 bytes',
        'metadata.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 bytes',
        'spec.template.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 bytes',
        'spec.template.labels: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 63 bytes',
      ],
    },
  },
  { of: 'job', set: { 'metadata.name': 'a.b' }, says: [] },
  { of: 'job', set: { metadata: { generateName: 'a-' } }, says: [] },
  {
    of: 'manual',
    set: { 'spec.selector': undefined },
    says: [
      'spec.selector: Required value',
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  { of: 'manual', set: { 'spec.selector': {} }, says: [] },
  {
    of: 'manual',
    set: { 'spec.selector.matchLabels': { app: 'b' } },
    says: [
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ],
  },
  {
    of: 'manual',
    set: { 'spec.selector.matchLabels': { 'a b': 'b' } },
    says: [
      "spec.selector.matchLabels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'job',
    set: { 'spec.completionMode': 'x' },
    says: ['spec.completionMode: Unsupported value: "x": supported values: "NonIndexed", "Indexed"'],
  },
  {
    of: 'job',
    set: { 'spec.completionMode': '' },
    says: ['spec.completionMode: Unsupported value: "": supported values: "NonIndexed", "Indexed"'],
  },
  {
    of: 'indexed',
    set: { 'spec.completions': undefined },
    says: ['spec.completions: Required value: when completion mode is Indexed'],
  },
  { of: 'indexed', set: { 'spec.completions': undefined, 'spec.parallelism': undefined }, says: [] },
  {
    of: 'indexed',
    set: { 'spec.parallelism': 100001 },
    says: [
      'spec.parallelism: Invalid value: 100001: must be less than or equal to 100000 when completion mode is Indexed',
    ],
  },
  {
    of: 'indexed',
    set: { 'metadata.name': 'a.b' },
    says: ['metadata.name: Invalid value: "a.b": will not able to create pod with invalid DNS label: a.b-4'],
  },
  {
    of: 'indexed',
    set: { 'metadata.name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    says: [
      'metadata.name: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": will not able to create pod with invalid DNS label: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-4',
    ],
  },
  {
    of: 'indexed',
    set: { 'metadata.name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    says: [],
  },
  {
    of: 'indexed',
    set: { 'spec.backoffLimitPerIndex': -1 },
    says: {
      '1.28': [],
      '1.33': ['spec.backoffLimitPerIndex: Invalid value: -1: must be greater than or equal to 0'],
      '1.36': ['spec.backoffLimitPerIndex: Invalid value: -1: must be greater than or equal to 0'],
    },
  },
  {
    of: 'indexed',
    set: { 'spec.maxFailedIndexes': 1 },
    says: {
      '1.28': [],
      '1.33': ['spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified'],
      '1.36': ['spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified'],
    },
  },
  {
    of: 'indexed',
    set: { 'spec.maxFailedIndexes': 6, 'spec.backoffLimitPerIndex': 1 },
    says: {
      '1.28': [],
      '1.33': ['spec.maxFailedIndexes: Invalid value: 6: must be less than or equal to completions'],
      '1.36': ['spec.maxFailedIndexes: Invalid value: 6: must be less than or equal to completions'],
    },
  },
  {
    of: 'indexed',
    set: { 'spec.maxFailedIndexes': 100001, 'spec.backoffLimitPerIndex': 1 },
    says: {
      '1.28': [],
      '1.33': [
        'spec.maxFailedIndexes: Invalid value: 100001: must be less than or equal to 100000',
        'spec.maxFailedIndexes: Invalid value: 100001: must be less than or equal to completions',
      ],
      '1.36': [
        'spec.maxFailedIndexes: Invalid value: 100001: must be less than or equal to 100000',
        'spec.maxFailedIndexes: Invalid value: 100001: must be less than or equal to completions',
      ],
    },
  },
  {
    of: 'indexed',
    set: { 'spec.completions': 100001, 'spec.backoffLimitPerIndex': 1 },
    says: {
      '1.28': [],
      '1.33': ['spec.maxFailedIndexes: Required value: must be specified when completions is above 100000'],
      '1.36': ['spec.maxFailedIndexes: Required value: must be specified when completions is above 100000'],
    },
  },
  {
    of: 'indexed',
    set: {
      'spec.completions': 100001,
      'spec.backoffLimitPerIndex': 1,
      'spec.parallelism': 10001,
      'spec.maxFailedIndexes': 10001,
    },
    says: {
      '1.28': [],
      '1.33': [
        'spec.maxFailedIndexes: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
        'spec.parallelism: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
      ],
      '1.36': [
        'spec.maxFailedIndexes: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
        'spec.parallelism: Invalid value: 10001: must be less than or equal to 10000 when completions are above 100000 and used with backoff limit per index',
      ],
    },
  },
  {
    of: 'job',
    set: { 'spec.backoffLimitPerIndex': 1 },
    says: {
      '1.28': [],
      '1.33': ['spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode'],
      '1.36': ['spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode'],
    },
  },
  {
    of: 'job',
    set: { 'spec.maxFailedIndexes': 1 },
    says: {
      '1.28': [],
      '1.33': [
        'spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified',
        'spec.maxFailedIndexes: Invalid value: 1: requires indexed completion mode',
      ],
      '1.36': [
        'spec.backoffLimitPerIndex: Required value: when maxFailedIndexes is specified',
        'spec.maxFailedIndexes: Invalid value: 1: requires indexed completion mode',
      ],
    },
  },
  {
    of: 'job',
    set: { 'spec.podReplacementPolicy': 'x' },
    says: {
      '1.28': [],
      '1.33': [
        'spec.podReplacementPolicy: Unsupported value: "x": supported values: "Failed", "TerminatingOrFailed"',
      ],
      '1.36': [
        'spec.podReplacementPolicy: Unsupported value: "x": supported values: "Failed", "TerminatingOrFailed"',
      ],
    },
  },
  { of: 'job', set: { 'spec.podReplacementPolicy': 'Failed' }, says: [] },
  {
    of: 'policy',
    set: { 'spec.podReplacementPolicy': 'TerminatingOrFailed' },
    says: {
      '1.28': [],
      '1.33': [
        'spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed"',
      ],
      '1.36': [
        'spec.podReplacementPolicy: Unsupported value: "TerminatingOrFailed": supported values: "Failed"',
      ],
    },
  },
  {
    of: 'policy',
    set: { 'spec.podFailurePolicy.rules': [{}] },
    says: [
      'spec.podFailurePolicy.rules[0].action: Required value: valid values: ["Count" "FailIndex" "FailJob" "Ignore"]',
      'spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required',
    ],
  },
  {
    of: 'policy',
    set: { 'spec.podFailurePolicy.rules': [{ action: 'x', onExitCodes: { operator: 'In', values: [1] } }] },
    says: [
      'spec.podFailurePolicy.rules[0].action: Unsupported value: "x": supported values: "Count", "FailIndex", "FailJob", "Ignore"',
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }],
    },
    says: {
      '1.28': [],
      '1.33': [
        'spec.podFailurePolicy.rules[0].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set',
      ],
      '1.36': [
        'spec.podFailurePolicy.rules[0].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set',
      ],
    },
  },
  {
    of: 'policy',
    set: { 'spec.podFailurePolicy.rules': [{ action: 'Count' }] },
    says: [
      'spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required',
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        { action: 'Count', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'A' }] },
      ],
    },
    says: [
      'spec.podFailurePolicy.rules[0]: Invalid value: specifying both OnExitCodes and OnPodConditions is not supported',
    ],
  },
  {
    of: 'policy',
    set: { 'spec.podFailurePolicy.rules': [{ action: 'Count', onExitCodes: { values: [] } }] },
    says: [
      'spec.podFailurePolicy.rules[0].onExitCodes.operator: Required value: valid values: ["In" "NotIn"]',
      'spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: []: at least one value is required',
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [{ action: 'Count', onExitCodes: { operator: 'x', values: [3, 1, 1] } }],
    },
    says: [
      'spec.podFailurePolicy.rules[0].onExitCodes.operator: Unsupported value: "x": supported values: "In", "NotIn"',
      'spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: [3,1,1]: must be ordered',
      'spec.podFailurePolicy.rules[0].onExitCodes.values[2]: Duplicate value: 1',
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [{ action: 'Count', onExitCodes: { operator: 'In', values: [0] } }],
    },
    says: [
      'spec.podFailurePolicy.rules[0].onExitCodes.values[0]: Invalid value: 0: must not be 0 for the In operator',
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [{ action: 'Count', onExitCodes: { operator: 'NotIn', values: [0] } }],
    },
    says: [],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        { action: 'Count', onExitCodes: { operator: 'In', containerName: 'x', values: [1] } },
      ],
    },
    says: [
      'spec.podFailurePolicy.rules[0].onExitCodes.containerName: Invalid value: "x": must be one of the container or initContainer names in the pod template',
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        { action: 'Count', onExitCodes: { operator: 'In', containerName: 'i', values: [1] } },
      ],
    },
    says: [],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        {
          action: 'Count',
          onExitCodes: {
            operator: 'In',
            values: [
              1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
              27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50,
              51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74,
              75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98,
              99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117,
              118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136,
              137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155,
              156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174,
              175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193,
              194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212,
              213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231,
              232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250,
              251, 252, 253, 254, 255, 256,
            ],
          },
        },
      ],
    },
    says: ['spec.podFailurePolicy.rules[0].onExitCodes.values: Too many: 256: must have at most 255 items'],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        { action: 'Count', onPodConditions: [{ type: 'a b', status: 'x' }, { type: '' }] },
      ],
    },
    says: [
      'spec.podFailurePolicy.rules[0].onPodConditions[0].status: Unsupported value: "x": supported values: "False", "True", "Unknown"',
      "spec.podFailurePolicy.rules[0].onPodConditions[0].type: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      'spec.podFailurePolicy.rules[0].onPodConditions[1].type: Invalid value: "": name part must be non-empty',
      "spec.podFailurePolicy.rules[0].onPodConditions[1].type: Invalid value: \"\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        {
          action: 'Count',
          onPodConditions: [
            { type: 'T0' },
            { type: 'T1' },
            { type: 'T2' },
            { type: 'T3' },
            { type: 'T4' },
            { type: 'T5' },
            { type: 'T6' },
            { type: 'T7' },
            { type: 'T8' },
            { type: 'T9' },
            { type: 'T10' },
            { type: 'T11' },
            { type: 'T12' },
            { type: 'T13' },
            { type: 'T14' },
            { type: 'T15' },
            { type: 'T16' },
            { type: 'T17' },
            { type: 'T18' },
            { type: 'T19' },
            { type: 'T20' },
          ],
        },
      ],
    },
    says: ['spec.podFailurePolicy.rules[0].onPodConditions: Too many: 21: must have at most 20 items'],
  },
  {
    of: 'policy',
    set: {
      'spec.podFailurePolicy.rules': [
        { action: 'Count', onExitCodes: { operator: 'In', values: [1] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [2] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [3] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [4] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [5] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [6] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [7] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [8] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [9] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [10] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [11] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [12] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [13] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [14] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [15] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [16] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [17] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [18] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [19] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [20] } },
        { action: 'Count', onExitCodes: { operator: 'In', values: [21] } },
      ],
    },
    says: ['spec.podFailurePolicy.rules: Too many: 21: must have at most 20 items'],
  },
  { of: 'policy', set: { 'spec.podFailurePolicy.rules': [] }, says: [] },
];

describe('a Job', () => {
  describeServerCases(OBJECTS, CASES);
});
