import { type JsonObject } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type CheckedLevel } from './level';

/** A place in a pod that a control refuses. */
export interface Violation {
  /** JSON pointer below the pod, of a field that is there or missing: `/spec/containers/0/securityContext/privileged`. */
  readonly pointer: string;
  /** The name of the container that it is in; left out where it is the pod's own. */
  readonly container?: string;
}

/** What a control says of a pod that it does not permit, in the server's words. */
export interface Refusal {
  /** `host namespaces` */
  readonly reason: string;
  /** `hostNetwork=true` */
  readonly detail: string;
  readonly violations: readonly Violation[];
}

/**
 * Looks at a pod, or at the template of one, and answers with what it refuses.
 *
 * @param metadata The pod's `metadata`.
 * @param spec The pod's `spec`.
 * @param target The version of the server: a few controls got other words when fields were added.
 */
export type ControlCheck = (
  metadata: JsonObject | undefined,
  spec: JsonObject,
  target: KubernetesVersion,
) => Refusal | undefined;

/** How a control is since a version of the policy. */
export interface Revision {
  /** The minor version of the policy, `35` for v1.35. */
  readonly since: number;
  readonly check: ControlCheck;
}

/** A control of the Pod Security Standards. Upstream: `Check`, k8s.io/pod-security-admission/policy/checks.go. */
export interface Control {
  /** Upstream's id: `hostNamespaces`. */
  readonly id: string;
  readonly level: CheckedLevel;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** The id of the control of the level `baseline` that it stands in for at `restricted`. */
  readonly overrides?: string;
}
