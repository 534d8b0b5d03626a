import { isJsonObject, listField, objectField, textField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../../../model/kubernetes-version';
import { type LimitRangeItem } from './limit-range-items';
import { greaterOf, type ResourceList, resourceList, sumOf, withDefaults } from './resource-list';

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
  /** What the pod needs at most at any time. */
  readonly total: Resources;
  /** What `spec.resources` of the pod itself says, as far as it counts. */
  readonly ofPod: Resources;
}

/**
 * The resources of a pod as LimitRanger finds them: requests taken from limits, then the defaults of the
 * LimitRanges of the namespace.
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
  const written = [
    ...containersOf(spec, 'containers', () => 'container'),
    ...containersOf(spec, 'initContainers', (container) =>
      container.restartPolicy === 'Always' ? 'sidecar' : 'init',
    ),
  ];
  const containers = written.map((container) => limitRanges.reduce(withDefaultsOf, container));
  // Feature gate PodLevelResources: on since 1.34 (pkg/features/kube_features.go).
  const pod = compareKubernetesVersions(target, '1.34') >= 0 ? objectField(spec, 'resources') : undefined;
  const ofPod = podLevel(pod, written);
  return {
    containers,
    ofPod,
    total: {
      requests: new Map([...total(containers, 'requests'), ...ofPod.requests]),
      limits: new Map([...total(containers, 'limits'), ...ofPod.limits]),
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

function withDefaultsOf(container: ContainerResources, items: readonly LimitRangeItem[]): ContainerResources {
  let { requests, limits } = container;
  for (const item of items) {
    if (item.type !== 'Container') continue;
    requests = withDefaults(requests, item.defaultRequest);
    limits = withDefaults(limits, item.default);
  }
  return { ...container, requests, limits };
}

/** Containers and sidecars together, or the largest init container with the sidecars that were started before it. */
function total(containers: readonly ContainerResources[], which: keyof Resources): ResourceList {
  const lists = (...roles: readonly string[]): readonly ResourceList[] =>
    containers.filter(({ role }) => roles.includes(role)).map((container) => container[which]);
  // Upstream adds the containers first, then the sidecars, and the format of a sum is that of its first part.
  let sidecars: readonly ResourceList[] = [];
  let starting: ResourceList = new Map();
  for (const container of containers) {
    if (container.role === 'container') continue;
    if (container.role === 'sidecar') sidecars = [...sidecars, container[which]];
    const own = container.role === 'init' ? [container[which]] : [];
    starting = greaterOf(starting, sumOf([...own, ...sidecars]));
  }
  return greaterOf(sumOf([...lists('container'), ...lists('sidecar')]), starting);
}

/** Upstream: `supportedPodLevelResources`, in LimitRanger. */
const OF_PODS = ['cpu', 'memory'];

/** What the pod itself asks for, with the requests that the server fills in (`defaultPodRequests`). */
function podLevel(resources: JsonObject | undefined, written: readonly ContainerResources[]): Resources {
  const limits = only(resourceList(resources, 'limits'));
  const requests = only(resourceList(resources, 'requests'));
  if (limits.size === 0) return { limits, requests };
  const ofContainers = only(total(written, 'requests'));
  return { limits, requests: withDefaults(withDefaults(requests, ofContainers), limits) };
}

function only(list: ResourceList): ResourceList {
  return new Map([...list].filter(([name]) => OF_PODS.includes(name)));
}
