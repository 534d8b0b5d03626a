import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type KubernetesVersion } from '../../../model/kubernetes-version';
import { Quantity } from '../../../model/quantity';
import { type CheckContext } from '../../rule-context';
import { type PodResources } from '../limit-range/pod-resources';
import { type Subject } from '../quota/scopes';
import { isExtended, isHugePages } from '../resource-names';
import { type ResourceList, resourceList } from '../resource-list';

const ONE = Quantity.parse('1');

/** Resources that quotas know by request and by limit. */
const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/**
 * What a quota is charged for a pod: what it asks for at most at any time, with the overhead of its RuntimeClass.
 *
 * Upstream: `PodUsageFunc` and `podComputeUsageHelper`, pkg/quota/v1/evaluator/core/pods.go; `PodRequests` and
 * `PodLimits`, k8s.io/component-helpers/resource/helpers.go.
 */
export function podCharge(
  resources: PodResources,
  overhead: ResourceList,
  target: KubernetesVersion,
): ResourceList {
  const requests = new Map([...resources.ofContainers.requests, ...resources.ofPod.requests]);
  const limits = new Map([...resources.ofContainers.limits, ...resources.ofPod.limits]);
  for (const [name, amount] of overhead) {
    requests.set(name, requests.get(name)?.add(amount) ?? amount);
    const limit = limits.get(name);
    if (limit?.isZero() === false) limits.set(name, limit.add(amount));
  }
  return new Map([['count/pods', ONE], ['pods', ONE], ...quotaNames({ requests, limits }, target)]);
}

/** Requests and limits by the names that quotas have for them. */
export function quotaNames(
  { requests, limits }: { readonly requests: ResourceList; readonly limits: ResourceList },
  target: KubernetesVersion,
): ResourceList {
  const charge = new Map<string, Quantity>();
  for (const [name, amount] of requests) {
    if (COMPUTE.includes(name) || isHugePages(name)) charge.set(name, amount).set(`requests.${name}`, amount);
    else if (isExtended(name, target)) charge.set(`requests.${name}`, amount);
  }
  for (const [name, amount] of limits) {
    if (COMPUTE.includes(name)) charge.set(`limits.${name}`, amount);
  }
  return charge;
}

/** What scopes see of a pod. */
export function podSubject(spec: JsonObject, resources: PodResources, context: CheckContext): Subject {
  const deadline = spec.activeDeadlineSeconds;
  return {
    kind: 'pod',
    isTerminating: typeof deadline === 'number' && deadline >= 0,
    isBestEffort: isBestEffort(resources),
    priorityClass: textField(spec, 'priorityClassName') ?? context.once(defaultPriorityClass),
    hasCrossNamespaceAffinity: ['podAffinity', 'podAntiAffinity'].some((kind) =>
      affinityTerms(objectField(objectField(spec, 'affinity'), kind)).some(
        (term) => listField(term, 'namespaces').length > 0 || isJsonObject(term.namespaceSelector),
      ),
    ),
  };
}

/** Upstream: `ComputePodQOS`, pkg/apis/core/v1/helper/qos/qos.go. Resources of the pod itself go before all else. */
function isBestEffort({ containers, ofPod, hasOwn }: PodResources): boolean {
  const lists = (hasOwn ? [ofPod] : containers).flatMap(({ requests, limits }) => [requests, limits]);
  return lists.every((list) => ['cpu', 'memory'].every((name) => (list.get(name)?.sign() ?? 0) < 1));
}

function affinityTerms(affinity: JsonObject | undefined): readonly JsonObject[] {
  const required = listField(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  const preferred = listField(affinity, 'preferredDuringSchedulingIgnoredDuringExecution').flatMap((each) =>
    isJsonObject(each) ? [each.podAffinityTerm ?? null] : [],
  );
  return [...required, ...preferred].filter(isJsonObject);
}

/** The class of pods that name none. Upstream: plugin/pkg/admission/priority/admission.go. */
function defaultPriorityClass({ set }: CheckContext): string | undefined {
  return set.ofKind('scheduling.k8s.io', 'PriorityClass').find(({ object }) => object.globalDefault === true)
    ?.name;
}

/**
 * What pods of a RuntimeClass need beside their containers: what the class says, or the pod.
 *
 * Upstream: `setOverhead`, plugin/pkg/admission/runtimeclass/admission.go.
 */
export function overheadOf(spec: JsonObject, { set }: CheckContext): ResourceList {
  const name = textField(spec, 'runtimeClassName');
  const runtimeClass =
    name === undefined ? undefined : set.find('node.k8s.io', 'RuntimeClass', undefined, name);
  if (runtimeClass === undefined) return resourceList(spec, 'overhead');
  return resourceList(objectField(runtimeClass.object, 'overhead'), 'podFixed');
}
