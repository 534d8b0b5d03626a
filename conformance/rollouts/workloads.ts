/** Workloads whose pods come up, and go, when they are told to. */
import { type JsonObject } from '../../lib/model/json-value';
import { type ApiObject } from '../api';
import { VERSION } from './recording';

/** A condition that new pods wait for before they are ready. */
export const GATE = 'example.com/up';

const FINALIZER = 'example.com/held';

/** The version that pods are of. */
export type Version = 'old' | 'new';

/** How a workload and its pods are. */
export interface WorkloadTraits {
  readonly name?: string;
  /** Labels that its pods have and it selects by, beside that of the application. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Old pods that end stay until they are let go. */
  readonly isHeld?: boolean;
  /** A label that nodes have to have. */
  readonly node?: string;
  readonly version?: Version;
}

/** A workload without its namespace. */
export function workload(
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet',
  spec: JsonObject,
  traits: WorkloadTraits = {},
): ApiObject {
  const { name = 'web', version = 'old' } = traits;
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      selector: { matchLabels: labelsOf(traits) },
      ...(kind === 'StatefulSet' && { serviceName: name }),
      ...spec,
      template: template(version, traits),
    },
  };
}

/** The template of the pods of a version. */
export function template(version: Version, traits: WorkloadTraits): JsonObject {
  const { isHeld = false, node } = traits;
  return {
    metadata: {
      labels: { ...labelsOf(traits), [VERSION]: version },
      // A patch with `null` takes away what the old template has.
      ...(isHeld && { finalizers: version === 'old' ? [FINALIZER] : null }),
    },
    spec: {
      ...(node !== undefined && { nodeSelector: { [node]: 'yes' } }),
      ...(version === 'new' && { readinessGates: [{ conditionType: GATE }] }),
      containers: [{ name: 'web', image: `example.com/web:${version}` }],
    },
  };
}

function labelsOf({ labels = {} }: WorkloadTraits): Readonly<Record<string, string>> {
  return { app: 'web', ...labels };
}

/** Makes a new pod ready, as far as it waits for {@link GATE}. */
export const UP = { status: { conditions: [{ type: GATE, status: 'True' }] } };

/** Lets a held pod go. */
export const LET_GO = { metadata: { finalizers: null } };
