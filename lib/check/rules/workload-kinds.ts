/** The kinds that make pods, as rules name kinds. */
export const CONTROLLER_KINDS: readonly string[] = [
  'ReplicationController',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
];

/** The kinds that are pods or make pods, as rules name kinds. */
export const WORKLOAD_KINDS: readonly string[] = ['Pod', ...CONTROLLER_KINDS];
