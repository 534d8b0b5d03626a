import { type Dice, type Json, type JsonMap } from '../dice';
import { matchingSelector, metadata, templateLabels } from './metadata';
import { podTemplate } from './pods';
import { claimSpec } from './volumes';

const ALWAYS = { restartPolicy: ['Always'] };
const replicas = (d: Dice): number => d.of([0, 1, 3, 100]);

function surge(d: Dice): JsonMap {
  return d.pick<JsonMap>(
    {},
    { maxSurge: 1 },
    { maxUnavailable: '25%' },
    { maxSurge: '30%', maxUnavailable: 0 },
    { maxSurge: 0, maxUnavailable: '100%' },
    { maxSurge: '150%', maxUnavailable: 2 },
  );
}

/** A selector and a template that it matches. */
function selected(d: Dice): JsonMap {
  const labels = templateLabels(d);
  return { selector: matchingSelector(d, labels), template: podTemplate(d, labels, ALWAYS) };
}

export const deployment = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    ...selected(d),
    ...d.opt({
      replicas: () => replicas(d),
      minReadySeconds: () => d.of([0, 5]),
      revisionHistoryLimit: () => d.of([0, 10]),
      progressDeadlineSeconds: () => d.of([6, 600]),
      paused: () => d.yes(),
      strategy: () =>
        d.pick<JsonMap>(
          { type: 'Recreate' },
          { type: 'RollingUpdate' },
          { rollingUpdate: surge(d) },
          { type: 'RollingUpdate', rollingUpdate: surge(d) },
        ),
    }),
  },
});

export const replicaSet = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: { ...selected(d), ...d.opt({ replicas: () => replicas(d), minReadySeconds: () => d.of([0, 5]) }) },
});

export function replicationController(d: Dice): JsonMap {
  const labels = templateLabels(d);
  return {
    metadata: metadata(d),
    spec: {
      template: podTemplate(d, labels, ALWAYS),
      ...d.opt({
        replicas: () => replicas(d),
        minReadySeconds: () => d.of([0, 5]),
        selector: () => ({ ...labels }),
      }),
    },
  };
}

export const daemonSet = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  spec: {
    ...selected(d),
    ...d.opt({
      minReadySeconds: () => d.of([0, 5]),
      revisionHistoryLimit: () => d.of([0, 10]),
      updateStrategy: () =>
        d.pick<JsonMap>(
          { type: 'OnDelete' },
          { type: 'RollingUpdate' },
          { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: d.of<Json>([1, '20%', '100%']) } },
          { type: 'RollingUpdate', rollingUpdate: { maxSurge: d.of<Json>([1, '20%']), maxUnavailable: 0 } },
        ),
    }),
  },
});

export function statefulSet(d: Dice): JsonMap {
  const labels = templateLabels(d);
  const claims = d.sample(['disk', 'logs', 'wal'], 0, 2);
  return {
    metadata: metadata(d, d.label()),
    spec: {
      serviceName: d.label(),
      selector: matchingSelector(d, labels),
      template: podTemplate(d, labels, { ...ALWAYS, volumes: claims }),
      ...(claims.length > 0 && {
        volumeClaimTemplates: claims.map((name) => ({
          metadata: { name, ...d.opt({ labels: () => d.labels() }) },
          spec: claimSpec(d),
        })),
      }),
      ...d.opt({
        replicas: () => replicas(d),
        minReadySeconds: () => d.of([0, 5]),
        revisionHistoryLimit: () => d.of([0, 10]),
        podManagementPolicy: () => d.of(['OrderedReady', 'Parallel']),
        updateStrategy: () =>
          d.pick<JsonMap>(
            { type: 'OnDelete' },
            { type: 'RollingUpdate' },
            { type: 'RollingUpdate', rollingUpdate: { partition: d.of([0, 2]) } },
          ),
        persistentVolumeClaimRetentionPolicy: () =>
          d.opt(
            { whenDeleted: () => d.of(['Retain', 'Delete']), whenScaled: () => d.of(['Retain', 'Delete']) },
            0.7,
          ),
        ordinals: () => ({ start: d.of([0, 5]) }),
      }),
    },
  };
}

function failurePolicy(d: Dice): JsonMap {
  return {
    rules: d.list(1, 3, () => ({
      action: d.of(['FailJob', 'Ignore', 'Count']),
      ...(d.yes()
        ? {
            onExitCodes: {
              operator: d.pick('In', 'NotIn'),
              values: [1, 42, 137],
              ...d.opt({ containerName: () => 'main' }),
            },
          }
        : {
            onPodConditions: [
              {
                type: d.of(['DisruptionTarget', 'example.com/x']),
                status: d.of(['True', 'False', 'Unknown']),
              },
            ],
          }),
    })),
  };
}

export function jobSpec(d: Dice): JsonMap {
  const indexed = d.chance(0.3);
  const policy = d.chance(0.2);
  const completions = indexed || d.chance(0.4) ? d.of([1, 3, 10]) : undefined;
  return {
    template: podTemplate(d, d.labels(0), {
      restartPolicy: policy ? ['Never'] : ['Never', 'OnFailure'],
      restartRequired: true,
    }),
    ...(completions === undefined ? {} : { completions }),
    ...(indexed && { completionMode: 'Indexed' }),
    ...(policy && { podFailurePolicy: failurePolicy(d) }),
    ...d.opt({
      parallelism: () => d.of([0, 1, 5]),
      activeDeadlineSeconds: () => d.of([1, 3600]),
      backoffLimit: () => d.of([0, 6]),
      ttlSecondsAfterFinished: () => d.of([0, 100]),
      suspend: () => d.yes(),
      ...(indexed ? {} : { completionMode: () => 'NonIndexed' }),
    }),
    ...(indexed &&
      policy &&
      d.chance(0.2) && { backoffLimitPerIndex: 1, ...d.opt({ maxFailedIndexes: () => 1 }) }),
    ...(indexed &&
      d.chance(0.05) && {
        successPolicy: { rules: [{ succeededIndexes: '0', ...d.opt({ succeededCount: () => 1 }) }] },
      }),
    ...d.opt({ podReplacementPolicy: () => 'Failed' }, 0.02),
  };
}

export const job = (d: Dice): JsonMap => ({ metadata: metadata(d), spec: jobSpec(d) });

export const cronJob = (d: Dice): JsonMap => ({
  metadata: metadata(d, d.label()),
  spec: {
    schedule: d.of([
      '*/5 * * * *',
      '0 3 * * mon-fri',
      '@hourly',
      '30 3 1 * *',
      '@every 1h30m',
      '0 0 1,15 * 0',
    ]),
    jobTemplate: { ...d.opt({ metadata: () => ({ labels: d.labels() }) }), spec: jobSpec(d) },
    ...d.opt({
      concurrencyPolicy: () => d.of(['Allow', 'Forbid', 'Replace']),
      startingDeadlineSeconds: () => d.of([0, 200]),
      suspend: () => d.yes(),
      successfulJobsHistoryLimit: () => d.of([0, 3]),
      failedJobsHistoryLimit: () => d.of([0, 1]),
      timeZone: () => d.of(['Europe/Berlin', 'Etc/UTC', 'UTC', 'America/New_York']),
    }),
  },
});

export const podTemplateObject = (d: Dice): JsonMap => ({
  metadata: metadata(d),
  template: podTemplate(d, d.labels(0), { restartPolicy: ['Always', 'Never', 'OnFailure'] }),
});
