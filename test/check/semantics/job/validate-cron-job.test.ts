import { type JsonObject } from '../../../../lib/model/json-value';
import { describeServerCases, type ServerCase } from '../server-cases';

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  cron: {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: {
      name: 'a',
    },
    spec: {
      schedule: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 5,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 0,
      suspend: false,
      jobTemplate: {
        metadata: {
          labels: {
            a: 'b',
          },
        },
        spec: {
          backoffLimit: 1,
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
    },
  },
};

const CASES: readonly ServerCase[] = [
  { of: 'cron', set: { 'spec.schedule': '' }, says: ['spec.schedule: Required value'] },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.completionMode': 'Indexed' },
    says: ['spec.jobTemplate.spec.completions: Required value: when completion mode is Indexed'],
  },
  {
    of: 'cron',
    set: {
      'spec.jobTemplate.spec.podFailurePolicy': {
        rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }],
      },
    },
    says: {
      '1.28': [
        'spec.jobTemplate.spec.podFailurePolicy.rules[0].onPodConditions[0].status: Required value: valid values: ["False" "True" "Unknown"]',
      ],
      '1.33': [
        'spec.jobTemplate.spec.podFailurePolicy.rules[0].onPodConditions[0].status: Required value: valid values: ["False" "True" "Unknown"]',
      ],
      '1.36': [],
    },
  },
  {
    of: 'cron',
    set: { 'spec.schedule': '0 0 3 * * *' },
    says: ['spec.schedule: Invalid value: "0 0 3 * * *": expected exactly 5 fields, found 6: [0 0 3 * * *]'],
  },
  {
    of: 'cron',
    set: { 'spec.schedule': 'TZ=UTC 0 3 * * *' },
    says: {
      '1.28': [
        'spec.schedule: Invalid value: "TZ=UTC 0 3 * * *": cannot use both timeZone field and TZ or CRON_TZ in schedule',
      ],
      '1.33': [
        'spec.schedule: Invalid value: "TZ=UTC 0 3 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
      '1.36': [
        'spec.schedule: Invalid value: "TZ=UTC 0 3 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
    },
  },
  {
    of: 'cron',
    set: { 'spec.schedule': 'TZ=UTC 0 3 * * *', 'spec.timeZone': undefined },
    says: {
      '1.28': [],
      '1.33': [
        'spec.schedule: Invalid value: "TZ=UTC 0 3 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
      '1.36': [
        'spec.schedule: Invalid value: "TZ=UTC 0 3 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
    },
  },
  { of: 'cron', set: { 'spec.schedule': '@every 1h' }, says: [] },
  {
    of: 'cron',
    set: { 'spec.schedule': '@daly' },
    says: ['spec.schedule: Invalid value: "@daly": unrecognized descriptor: @daly'],
  },
  {
    of: 'cron',
    set: { 'spec.timeZone': '' },
    says: ['spec.timeZone: Invalid value: "": timeZone must be nil or non-empty string'],
  },
  {
    of: 'cron',
    set: { 'spec.timeZone': 'Local' },
    says: [
      'spec.timeZone: Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
    ],
  },
  {
    of: 'cron',
    set: { 'spec.timeZone': 'europe/berlin' },
    says: ['spec.timeZone: Invalid value: "europe/berlin": unknown time zone europe/berlin'],
  },
  {
    of: 'cron',
    set: { 'spec.timeZone': 'CEST' },
    says: ['spec.timeZone: Invalid value: "CEST": unknown time zone CEST'],
  },
  {
    of: 'cron',
    set: { 'spec.timeZone': '../x' },
    says: ['spec.timeZone: Invalid value: "../x": unknown time zone ../x'],
  },
  {
    of: 'cron',
    set: { 'spec.concurrencyPolicy': 'x' },
    says: ['spec.concurrencyPolicy: Unsupported value: "x": supported values: "Allow", "Forbid", "Replace"'],
  },
  { of: 'cron', set: { 'spec.concurrencyPolicy': '' }, says: [] },
  {
    of: 'cron',
    set: { 'spec.startingDeadlineSeconds': -1 },
    says: ['spec.startingDeadlineSeconds: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'cron',
    set: { 'spec.successfulJobsHistoryLimit': -1 },
    says: ['spec.successfulJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'cron',
    set: { 'spec.failedJobsHistoryLimit': -1 },
    says: ['spec.failedJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.selector': { matchLabels: { app: 'a' } } },
    says: [
      'spec.jobTemplate.spec.selector: Invalid value: {"matchLabels":{"app":"a"}}: `selector` will be auto-generated',
    ],
  },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.manualSelector': true },
    says: ['spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: "nil", "false"'],
  },
  { of: 'cron', set: { 'spec.jobTemplate.spec.manualSelector': false }, says: [] },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.template.spec.restartPolicy': undefined },
    says: [
      'spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"',
    ],
  },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.backoffLimit': -1 },
    says: ['spec.jobTemplate.spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0'],
  },
  {
    of: 'cron',
    set: { 'metadata.name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    says: [
      'metadata.name: Invalid value: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": must be no more than 52 characters',
    ],
  },
  { of: 'cron', set: { 'spec.jobTemplate.metadata.labels': { 'a b': 'c' } }, says: [] },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.template.metadata.labels': { 'a b': 'c' } },
    says: [
      "spec.jobTemplate.spec.template.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.backoffLimitPerIndex': 1 },
    says: ['spec.jobTemplate.spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode'],
  },
  {
    of: 'cron',
    set: { 'spec.jobTemplate.spec.podReplacementPolicy': 'x' },
    says: [
      'spec.jobTemplate.spec.podReplacementPolicy: Unsupported value: "x": supported values: "Failed", "TerminatingOrFailed"',
    ],
  },
  { of: 'cron', set: { 'spec.jobTemplate.spec.template.metadata.labels': { 'job-name': 'x' } }, says: [] },
  {
    of: 'cron',
    set: {
      'spec.jobTemplate.spec.completionMode': 'Indexed',
      'spec.jobTemplate.spec.completions': 3,
      'metadata.name': 'a.b',
    },
    says: [],
  },
];

describe('a CronJob', () => {
  describeServerCases(OBJECTS, CASES);
});
