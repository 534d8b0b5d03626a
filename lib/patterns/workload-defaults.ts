import { type Construct, type IConstruct } from 'constructs';
import { type ContainerOptions } from './pod/container-options';
import { type PodOptions } from './pod/pod-options';
import { type Defaults } from './pod/security';

type PodDefault =
  | 'antiAffinity'
  | 'imagePullSecrets'
  | 'nodeSelector'
  | 'podAnnotations'
  | 'podSecurityContext'
  | 'priorityClass'
  | 'runtimeClass'
  | 'terminationGracePeriodSeconds'
  | 'tolerations'
  | 'topologySpread';

type ContainerDefault =
  'envFrom' | 'imagePullPolicy' | 'resources' | 'securityContext' | 'terminationMessagePolicy';

/** What the workloads below a construct get where they do not say it themselves. */
export interface WorkloadDefaults extends Pick<PodOptions<string>, PodDefault> {
  /** For every container, init containers too. */
  readonly container?: Pick<ContainerOptions<string>, ContainerDefault>;
  /** Which defaults of the library are added. */
  readonly defaults?: Defaults;
}

const declared = new WeakMap<IConstruct, WorkloadDefaults>();

/**
 * Sets what the patterns below `scope` that are made from now on use where they leave a property out.
 * A property set nearer to the workload, or in the workload itself, replaces the outer one whole.
 *
 * @example
 * ```ts
 * const app = new App();
 * setWorkloadDefaults(app, {
 *   imagePullSecrets: ['registry'],
 *   container: { resources: { requests: { cpu: '50m', memory: '64Mi' } } },
 * });
 * ```
 */
export function setWorkloadDefaults(scope: Construct, defaults: WorkloadDefaults): void {
  declared.set(scope, merge(declared.get(scope) ?? {}, defaults));
}

/** What the constructs around `construct` declare for it, the nearest first. */
export function inheritedDefaults(construct: IConstruct): WorkloadDefaults {
  return construct.node.scopes.reduce<WorkloadDefaults>(
    (outer, scope) => merge(outer, declared.get(scope) ?? {}),
    {},
  );
}

function merge(outer: WorkloadDefaults, inner: WorkloadDefaults): WorkloadDefaults {
  return { ...outer, ...inner, container: { ...outer.container, ...inner.container } };
}

/** The options of a pod over what is declared around it. */
export function withInheritedDefaults<T extends PodOptions<string>>(construct: IConstruct, options: T): T {
  const { container = {}, defaults: _library, ...pod } = inheritedDefaults(construct);
  const overContainer = <C extends object>(own: C): C => ({ ...container, ...own });
  return {
    ...pod,
    ...overContainer(options),
    ...(options.containers && { containers: mapValues(options.containers, overContainer) }),
    ...(options.initContainers && { initContainers: mapValues(options.initContainers, overContainer) }),
  };
}

function mapValues<V>(record: Readonly<Record<string, V>>, map: (value: V) => V): Record<string, V> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
