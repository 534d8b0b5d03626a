/** The rollouts that are held against the controllers. */
import {
  type DaemonSetUpdate,
  type DeploymentUpdate,
  type StatefulSetUpdate,
} from '../../lib/model/rolling-update';

/** What all kinds have. */
export interface CommonCase {
  /** How many new pods come up at a time; all that are starting when left out. */
  readonly wave?: number;
  readonly minReadySeconds?: number;
}

export interface DeploymentCase extends CommonCase {
  readonly replicas: number;
  readonly update: DeploymentUpdate;
}

export interface StatefulSetCase extends CommonCase {
  readonly replicas: number;
  readonly update: StatefulSetUpdate;
  readonly isParallel?: boolean;
  readonly start?: number;
}

export interface DaemonSetCase extends CommonCase {
  readonly nodes: number;
  readonly update: DaemonSetUpdate;
}

export interface SwitchCase extends CommonCase {
  readonly live: number;
  readonly idle: number;
  readonly update: DeploymentUpdate;
}

export interface CanaryCase extends CommonCase {
  readonly stable: number;
  readonly canary: number;
  readonly update: DeploymentUpdate;
}

const BOUNDS: readonly (readonly [DeploymentUpdate['maxSurge'], DeploymentUpdate['maxUnavailable']])[] = [
  [undefined, undefined],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [0, 3],
  [2, 3],
  ['100%', 0],
  [0, '100%'],
  ['10%', 0],
  // Rounds to nothing where there are few: then one pod may be missing.
  [0, '10%'],
  ['0%', '34%'],
  ['34%', '0%'],
  ['50%', '50%'],
];

const byOne = BOUNDS.flatMap(([maxSurge, maxUnavailable]) =>
  [1, 3, 4, 7].map((replicas): DeploymentCase => ({
    replicas,
    update: {
      ...(maxSurge !== undefined && { maxSurge }),
      ...(maxUnavailable !== undefined && { maxUnavailable }),
    },
    wave: 1,
  })),
);

export const DEPLOYMENTS: readonly DeploymentCase[] = [
  ...byOne,
  { replicas: 10, update: {}, wave: 1 },
  { replicas: 10, update: {}, wave: 2 },
  { replicas: 10, update: {} },
  { replicas: 7, update: { maxSurge: 2, maxUnavailable: 2 }, wave: 3 },
  { replicas: 7, update: { maxSurge: '30%', maxUnavailable: 0 } },
  { replicas: 3, update: { maxSurge: 20, maxUnavailable: 20 } },
  { replicas: 2, update: { maxSurge: 1, maxUnavailable: 0 }, wave: 1, minReadySeconds: 3 },
  { replicas: 2, update: { maxSurge: 0, maxUnavailable: 1 }, wave: 1, minReadySeconds: 1 },
  { replicas: 1, update: { type: 'Recreate' }, wave: 1 },
  { replicas: 4, update: { type: 'Recreate' }, wave: 1 },
  { replicas: 4, update: { type: 'Recreate' } },
];

export const STATEFUL_SETS: readonly StatefulSetCase[] = [
  { replicas: 1, update: {}, wave: 1 },
  { replicas: 3, update: {}, wave: 1 },
  { replicas: 3, update: {}, isParallel: true },
  { replicas: 4, update: { partition: 2 }, wave: 1 },
  { replicas: 4, update: { partition: 2 }, isParallel: true },
  { replicas: 3, update: { partition: 3 }, wave: 1 },
  { replicas: 2, update: { partition: 5 }, wave: 1 },
  { replicas: 3, update: {}, start: 5, wave: 1 },
  { replicas: 3, update: { partition: 1 }, start: 5, wave: 1 },
  { replicas: 3, update: { partition: 6 }, start: 5, wave: 1 },
  { replicas: 3, update: { partition: 1 }, start: 1, isParallel: true },
  { replicas: 2, update: {}, wave: 1, minReadySeconds: 3 },
  { replicas: 3, update: { type: 'OnDelete' } },
  // Not heeded, unless its gate is open.
  { replicas: 4, update: { maxUnavailable: 2 }, wave: 1 },
  { replicas: 4, update: { maxUnavailable: '50%' }, isParallel: true, wave: 1 },
];

/** Where the gate MaxUnavailableStatefulSet is open. */
export const STATEFUL_SETS_GATED: readonly StatefulSetCase[] = [
  { replicas: 3, update: {}, wave: 1 },
  { replicas: 4, update: { maxUnavailable: 2 }, wave: 1 },
  { replicas: 4, update: { maxUnavailable: 2 } },
  { replicas: 4, update: { maxUnavailable: 2 }, isParallel: true, wave: 1 },
  { replicas: 4, update: { maxUnavailable: '50%' }, isParallel: true },
  { replicas: 5, update: { maxUnavailable: '30%' }, wave: 1 },
  { replicas: 3, update: { maxUnavailable: '10%' }, wave: 1 },
  { replicas: 3, update: { maxUnavailable: 5 }, wave: 1 },
  { replicas: 3, update: { maxUnavailable: 3 }, isParallel: true },
  { replicas: 4, update: { maxUnavailable: 3, partition: 2 }, wave: 1 },
  { replicas: 4, update: { maxUnavailable: 2, partition: 1 }, start: 3, isParallel: true },
];

/** How many nodes there are. */
export const NODES = 7;

export const DAEMON_SETS: readonly DaemonSetCase[] = [
  { nodes: 1, update: {}, wave: 1 },
  { nodes: 3, update: {}, wave: 1 },
  { nodes: 7, update: { maxUnavailable: 2 }, wave: 1 },
  { nodes: 7, update: { maxUnavailable: 2 } },
  { nodes: 7, update: { maxUnavailable: '30%' }, wave: 1 },
  { nodes: 3, update: { maxUnavailable: '10%' }, wave: 1 },
  { nodes: 3, update: { maxUnavailable: '100%' } },
  { nodes: 3, update: { maxUnavailable: 9 }, wave: 1 },
  { nodes: 1, update: { maxSurge: 1, maxUnavailable: 0 }, wave: 1 },
  { nodes: 3, update: { maxSurge: 1, maxUnavailable: 0 }, wave: 1 },
  { nodes: 7, update: { maxSurge: 2, maxUnavailable: 0 }, wave: 1 },
  { nodes: 7, update: { maxSurge: 3, maxUnavailable: 0 }, wave: 2 },
  { nodes: 7, update: { maxSurge: '30%', maxUnavailable: 0 } },
  { nodes: 3, update: { maxSurge: '10%', maxUnavailable: 0 }, wave: 1 },
  { nodes: 3, update: { maxSurge: '100%', maxUnavailable: 0 }, wave: 1 },
  { nodes: 3, update: { maxSurge: 9, maxUnavailable: '0%' } },
  { nodes: 2, update: {}, wave: 1, minReadySeconds: 3 },
  { nodes: 2, update: { maxSurge: 1, maxUnavailable: 0 }, wave: 1, minReadySeconds: 3 },
  { nodes: 3, update: { type: 'OnDelete' } },
];

export const SWITCHES: readonly SwitchCase[] = [
  { live: 3, idle: 0, update: {}, wave: 1 },
  { live: 3, idle: 0, update: {} },
  { live: 3, idle: 1, update: {}, wave: 1 },
  { live: 4, idle: 2, update: { maxSurge: 0, maxUnavailable: 1 }, wave: 1 },
  { live: 2, idle: 2, update: { maxSurge: '100%', maxUnavailable: 0 } },
];

export const CANARIES: readonly CanaryCase[] = [
  { stable: 3, canary: 1, update: {}, wave: 1 },
  { stable: 9, canary: 1, update: {} },
  { stable: 4, canary: 2, update: { maxSurge: 0, maxUnavailable: 2 }, wave: 1 },
  { stable: 4, canary: 2, update: { maxSurge: 2, maxUnavailable: 0 }, wave: 2 },
];

/** A rollout that stands still: no new pod gets ready, or a quota of as many pods refuses them. */
export type StallCase = { readonly quota?: number } & (
  | ({ readonly kind: 'Deployment' } & DeploymentCase)
  | ({ readonly kind: 'StatefulSet' } & StatefulSetCase)
  | ({ readonly kind: 'DaemonSet' } & DaemonSetCase)
);

export const STALLS: readonly StallCase[] = [
  { kind: 'Deployment', replicas: 3, update: { maxSurge: 1, maxUnavailable: 0 } },
  { kind: 'Deployment', replicas: 3, update: { maxSurge: 0, maxUnavailable: 1 } },
  { kind: 'Deployment', replicas: 10, update: {} },
  { kind: 'Deployment', replicas: 3, update: { maxSurge: 0, maxUnavailable: '10%' } },
  { kind: 'Deployment', replicas: 2, update: { type: 'Recreate' } },
  { kind: 'StatefulSet', replicas: 3, update: {} },
  { kind: 'StatefulSet', replicas: 3, update: {}, isParallel: true },
  { kind: 'DaemonSet', nodes: 5, update: { maxUnavailable: 2 } },
  { kind: 'DaemonSet', nodes: 5, update: { maxSurge: 2, maxUnavailable: 0 } },
  { kind: 'Deployment', replicas: 3, update: { maxSurge: 1, maxUnavailable: 0 }, quota: 3 },
  { kind: 'Deployment', replicas: 3, update: {}, quota: 3 },
  { kind: 'DaemonSet', nodes: 3, update: { maxSurge: 1, maxUnavailable: 0 }, quota: 3 },
];
