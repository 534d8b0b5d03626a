import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';
import { type Origin } from './origin';

/** The value of an environment variable that the cluster fills in. Made by `AppConfig.key` and others. */
export class EnvSource {
  /**
   * @param valueFrom - the manifest's `valueFrom`
   * @param origin - what it refers to, so that a pod of another namespace can refuse it
   */
  constructor(
    readonly valueFrom: Wire<k8s.EnvVarSource>,
    readonly origin?: Origin,
  ) {}
}

/** The value of an environment variable: text, or where it comes from. Numbers are text: `'8080'`. */
export type EnvValue = string | EnvSource;

/** Every key of a ConfigMap or Secret as environment variables. Made by `AppConfig.envFrom`. */
export class EnvFromSource {
  /**
   * @param source - the manifest's entry of `envFrom`
   * @param origin - what it refers to, so that a pod of another namespace can refuse it
   */
  constructor(
    readonly source: Wire<k8s.EnvFromSource>,
    readonly origin?: Origin,
  ) {}
}

/**
 * What a container can read about its own pod in an environment variable.
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validEnvDownwardAPIFieldPathExpressions
 */
export type PodField =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`
  | 'spec.nodeName'
  | 'spec.serviceAccountName'
  | 'status.hostIP'
  | 'status.hostIPs'
  | 'status.podIP'
  | 'status.podIPs';

/** What a container can read about a container's resources. */
export type ResourceField =
  | `${'limits' | 'requests'}.${'cpu' | 'memory' | 'ephemeral-storage'}`
  | `${'limits' | 'requests'}.hugepages-${string}`;

/**
 * An environment variable with a fact about the pod (downward API).
 *
 * @example
 * ```ts
 * const env = { POD_NAME: podField('metadata.name') };
 * ```
 */
export function podField(fieldPath: PodField): EnvSource {
  return new EnvSource({ fieldRef: { fieldPath } });
}

/**
 * The units that a resource is told in; `1m` is for cpu only.
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateContainerResourceDivisor
 */
export type ResourceDivisor =
  1 | '1' | '1m' | '1k' | '1M' | '1G' | '1T' | '1P' | '1E' | '1Ki' | '1Mi' | '1Gi' | '1Ti' | '1Pi' | '1Ei';

/** Which container's resources, in which unit. */
export interface ResourceFieldOptions {
  /** The container that is asked about. @defaultValue the container that has the variable */
  readonly container?: string;
  /** The unit, e.g. `'1Mi'` for mebibytes; the result is rounded up. @defaultValue 1 */
  readonly divisor?: ResourceDivisor;
}

/**
 * An environment variable with a request or limit of a container (downward API).
 *
 * @example
 * ```ts
 * const env = { MEMORY_MIB: resourceField('limits.memory', { divisor: '1Mi' }) };
 * ```
 */
export function resourceField(resource: ResourceField, options: ResourceFieldOptions = {}): EnvSource {
  return new EnvSource({ resourceFieldRef: resourceFieldSelector(resource, options) });
}

/** The manifest's `resourceFieldRef`, shared by variables and volume files. */
export function resourceFieldSelector(
  resource: ResourceField,
  options: ResourceFieldOptions,
): Wire<k8s.ResourceFieldSelector> {
  return {
    resource,
    containerName: options.container,
    divisor: options.divisor,
  };
}
