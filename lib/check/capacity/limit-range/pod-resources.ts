import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../../model/kubernetes-version';
import { oncePer } from '../../../model/once-per';
import { type Quantity } from '../../../model/quantity';
import { isHugePages } from '../resource-names';
import { greaterOf, type ResourceList, resourceList, sumOf, withDefaults } from '../resource-list';
import { containerDefaults, type LimitRangeItem } from './limit-range-items';

/** What is asked for by one who runs. */
export interface Resources {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
}

/** A container of a pod, as it is after admission has filled in what it left out. */
export interface ContainerResources extends Resources {
  readonly name: string;
  /** `containers/0`, `initContainers/1`. */
  readonly field: string;
  /** An init container that ends before the others begin counts on its own; a sidecar counts with them. */
  readonly role: 'container' | 'sidecar' | 'init';
}

/** The resources of a pod's containers and of the pod. */
export interface PodResources {
  /** Containers, then init containers, each in their order: in which the server judges them. */
  readonly containers: readonly ContainerResources[];
  /** What the containers need at most at any time. */
  readonly ofContainers: Resources;
  /** What `spec.resources` of the pod itself says, with what the server adds; none before 1.34. */
  readonly ofPod: Resources;
  /** What LimitRanger takes for the pod's: of the containers, but cpu and memory of the pod itself where it says. */
  readonly total: Resources;
  /** Whether the pod has a `spec.resources` that the server looks at, be it empty. */
  readonly hasOwn: boolean;
}

/**
 * The resources of a pod as LimitRanger finds them: requests taken from limits, then the defaults of the
 * LimitRanges of the namespace. Overhead of a RuntimeClass does not count for it.
 *
 * Upstream: `SetDefaults_Pod` in pkg/apis/core/v1/defaults.go; `PodMutateLimitFunc`, `podRequests` and
 * `podLimits` in plugin/pkg/admission/limitranger/admission.go.
 *
 * @param limitRanges The items of each LimitRange; where two have a default for one resource, the first counts.
 */
export function podResources(
  spec: JsonObject,
  limitRanges: readonly (readonly LimitRangeItem[])[],
  target: KubernetesVersion,
): PodResources {
  // Feature gate SidecarContainers: before, the server drops the restart policy of an init container.
  const hasSidecars = compareKubernetesVersions(target, '1.29') >= 0;
  const written = [
    ...containersOf(spec, 'containers', () => 'container'),
    ...containersOf(spec, 'initContainers', (container) =>
      hasSidecars && container.restartPolicy === 'Always' ? 'sidecar' : 'init',
    ),
  ];
  const defaults = defaultsOf(limitRanges);
  const containers = written.map((container) => withDefaultsOf(container, defaults));
  // Feature gate PodLevelResources: on since 1.34 (pkg/features/kube_features.go).
  const own = compareKubernetesVersions(target, '1.34') >= 0 ? objectField(spec, 'resources') : undefined;
  const ofPod = podLevel(own, written);
  const ofContainers = {
    requests: aggregate(containers, 'requests'),
    limits: aggregate(containers, 'limits'),
  };
  return {
    containers,
    ofContainers,
    ofPod,
    hasOwn: own !== undefined,
    total: {
      requests: new Map([...ofContainers.requests, ...cpuAndMemory(ofPod.requests)]),
      limits: new Map([...ofContainers.limits, ...cpuAndMemory(ofPod.limits)]),
    },
  };
}

function containersOf(
  spec: JsonObject,
  field: string,
  roleOf: (container: JsonObject) => ContainerResources['role'],
): readonly ContainerResources[] {
  return listField(spec, field).flatMap((container, index) => {
    if (!isJsonObject(container)) return [];
    const resources = objectField(container, 'resources');
    const limits = resourceList(resources, 'limits');
    return {
      name: textField(container, 'name') ?? String(index),
      field: `${field}/${index}`,
      role: roleOf(container),
      limits,
      requests: withDefaults(resourceList(resources, 'requests'), limits),
    };
  });
}

/** What all of them together fill in: what one has, the next leaves alone. */
const defaultsOf = oncePer((limitRanges: readonly (readonly LimitRangeItem[])[]): Resources => {
  const requests = new Map<string, Quantity>();
  const limits = new Map<string, Quantity>();
  for (const items of limitRanges) {
    const defaults = containerDefaults(items);
    for (const [name, amount] of defaults.requests) if (!requests.has(name)) requests.set(name, amount);
    for (const [name, amount] of defaults.limits) if (!limits.has(name)) limits.set(name, amount);
  }
  return { requests, limits };
});

function withDefaultsOf(container: ContainerResources, defaults: Resources): ContainerResources {
  return {
    ...container,
    requests: withDefaults(container.requests, defaults.requests),
    limits: withDefaults(container.limits, defaults.limits),
  };
}

/** Containers and sidecars together, or the largest init container with the sidecars that were started before it. */
function aggregate(containers: readonly ContainerResources[], which: keyof Resources): ResourceList {
  const lists = (...roles: readonly string[]): readonly ResourceList[] =>
    containers.filter(({ role }) => roles.includes(role)).map((container) => container[which]);
  // Upstream adds the containers first, then the sidecars, and the format of a sum is that of its first part.
  let sidecars: ResourceList = new Map();
  let starting: ResourceList = new Map();
  for (const container of containers) {
    if (container.role === 'container') continue;
    if (container.role === 'sidecar') sidecars = sumOf([sidecars, container[which]]);
    const own = container.role === 'init' ? [container[which]] : [];
    starting = greaterOf(starting, sumOf([...own, sidecars]));
  }
  return greaterOf(sumOf([...lists('container'), ...lists('sidecar')]), starting);
}

/**
 * What the pod itself asks for, with what the server fills in before any LimitRange is looked at.
 *
 * Upstream: `defaultHugePagePodLimits` and `defaultPodRequests`, pkg/apis/core/v1/defaults.go;
 * `IsSupportedPodLevelResource`, k8s.io/component-helpers/resource/helpers.go.
 */
function podLevel(own: JsonObject | undefined, written: readonly ContainerResources[]): Resources {
  const requests = resourceList(own, 'requests');
  const ownLimits = resourceList(own, 'limits');
  if (ownLimits.size === 0 && requests.size === 0) return { requests, limits: ownLimits };
  const hugePages = only(aggregate(written, 'limits'), (name) => isHugePages(name) && !requests.has(name));
  const limits = withDefaults(ownLimits, hugePages);
  if (limits.size === 0) return { requests: only(requests, isOfPods), limits };
  const asked = cpuAndMemory(aggregate(written, 'requests'));
  return {
    limits: only(limits, isOfPods),
    requests: only(withDefaults(withDefaults(requests, asked), limits), isOfPods),
  };
}

function isOfPods(name: string): boolean {
  return isCpuOrMemory(name) || isHugePages(name);
}

function isCpuOrMemory(name: string): boolean {
  return name === 'cpu' || name === 'memory';
}

/** Upstream: `supportedPodLevelResources`, in LimitRanger. */
function cpuAndMemory(list: ResourceList): ResourceList {
  return only(list, isCpuOrMemory);
}

function only(list: ResourceList, keeps: (name: string) => boolean): ResourceList {
  return new Map([...list].filter(([name]) => keeps(name)));
}
