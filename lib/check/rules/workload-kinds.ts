/** The kinds that are pods or make pods, as rules name kinds. */
export const WORKLOAD_KINDS: readonly string[] = [
  'Pod',
  'ReplicationController',
  'apps/DaemonSet',
  'apps/Deployment',
  'apps/ReplicaSet',
  'apps/StatefulSet',
  'batch/CronJob',
  'batch/Job',
];
