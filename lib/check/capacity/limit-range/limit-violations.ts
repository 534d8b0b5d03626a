import { type Quantity } from '../../../model/quantity';
import { type LimitRangeItem } from './limit-range-items';
import { type ResourceList } from '../resource-list';
import { type ContainerResources, type PodResources, type Resources } from './pod-resources';

/** Which bound of a LimitRange. */
export type LimitBound = 'min' | 'max' | 'maxLimitRequestRatio';

/** A bound of a LimitRange that a pod does not keep. */
export interface LimitViolation {
  readonly item: LimitRangeItem;
  readonly bound: LimitBound;
  readonly resource: string;
  /** The bound. */
  readonly enforced: Quantity;
  /** What breaks it; undefined where what the bound is about is not there. */
  readonly observed?: { readonly side: 'request' | 'limit'; readonly amount: Quantity };
  /** The container, for bounds of type Container. */
  readonly container?: ContainerResources;
  /** The request and the limit that were judged, as far as they are there. */
  readonly judged: { readonly request?: Quantity; readonly limit?: Quantity };
  /** The server's own words. */
  readonly message: string;
}

/**
 * The bounds of a LimitRange that a pod does not keep, in the server's words and order; those of one map of resources
 * by name, where the server has none.
 *
 * Upstream: `PodValidateLimitFunc`, plugin/pkg/admission/limitranger/admission.go.
 */
export function limitViolations(
  items: readonly LimitRangeItem[],
  pod: PodResources,
): readonly LimitViolation[] {
  return items.flatMap((item) => {
    if (item.type === 'Pod') return violationsOf(item, pod.total);
    if (item.type !== 'Container') return [];
    return pod.containers.flatMap((container) =>
      violationsOf(item, container).map((violation) => ({ ...violation, container })),
    );
  });
}

/**
 * The bounds of a LimitRange that a claim does not keep; only its requests count, and ratios do not.
 *
 * Upstream: `PersistentVolumeClaimValidateLimitFunc`, in the same file.
 */
export function claimViolations(
  items: readonly LimitRangeItem[],
  requests: ResourceList,
): readonly LimitViolation[] {
  const resources = { requests, limits: new Map() };
  return items
    .filter(({ type }) => type === 'PersistentVolumeClaim')
    .flatMap((item) => violationsOf(item, resources, CLAIM_JUDGES));
}

type Judge = (
  resource: string,
  type: string,
  enforced: Quantity,
  resources: Resources,
) => Pick<LimitViolation, 'message' | 'observed'> | undefined;

const JUDGES: readonly (readonly [LimitBound, Judge])[] = [
  ['min', judgeMin],
  ['max', judgeMax],
  ['maxLimitRequestRatio', judgeRatio],
];

const CLAIM_JUDGES: typeof JUDGES = [
  ['min', judgeMin],
  ['max', judgeMaxRequest],
];

function violationsOf(
  item: LimitRangeItem,
  resources: Resources,
  judges: typeof JUDGES = JUDGES,
): readonly LimitViolation[] {
  return judges.flatMap(([bound, judge]) =>
    [...item[bound]]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([resource, enforced]) => {
        const verdict = judge(resource, item.type, enforced, resources);
        if (verdict === undefined) return [];
        return { item, bound, resource, enforced, judged: judgedOf(resources, resource), ...verdict };
      }),
  );
}

function judgedOf({ requests, limits }: Resources, resource: string): LimitViolation['judged'] {
  const [request, limit] = [requests.get(resource), limits.get(resource)];
  return { ...(request && { request }), ...(limit && { limit }) };
}

/** `minConstraint`. */
function judgeMin(resource: string, type: string, enforced: Quantity, of: Resources): ReturnType<Judge> {
  const request = of.requests.get(resource);
  const limit = of.limits.get(resource);
  const bound = `minimum ${resource} usage per ${type} is ${enforced.toString()}`;
  if (request === undefined) return { message: `${bound}.  No request is specified` };
  const compare = comparison(request, limit, enforced);
  if (compare(request, enforced) < 0) return observed(bound, 'request', request);
  return limit !== undefined && compare(limit, enforced) < 0 ? observed(bound, 'limit', limit) : undefined;
}

/** `maxConstraint`. */
function judgeMax(resource: string, type: string, enforced: Quantity, of: Resources): ReturnType<Judge> {
  const request = of.requests.get(resource);
  const limit = of.limits.get(resource);
  const bound = `maximum ${resource} usage per ${type} is ${enforced.toString()}`;
  if (limit === undefined) return { message: `${bound}.  No limit is specified` };
  const compare = comparison(request, limit, enforced);
  if (compare(limit, enforced) > 0) return observed(bound, 'limit', limit);
  return request !== undefined && compare(request, enforced) > 0
    ? observed(bound, 'request', request)
    : undefined;
}

/** `maxRequestConstraint`. */
function judgeMaxRequest(
  resource: string,
  type: string,
  enforced: Quantity,
  of: Resources,
): ReturnType<Judge> {
  const request = of.requests.get(resource);
  const bound = `maximum ${resource} usage per ${type} is ${enforced.toString()}`;
  if (request === undefined) return { message: `${bound}.  No request is specified` };
  return comparison(request, enforced)(request, enforced) > 0
    ? observed(bound, 'request', request)
    : undefined;
}

/** `limitRequestRatioConstraint`. */
function judgeRatio(resource: string, type: string, enforced: Quantity, of: Resources): ReturnType<Judge> {
  const request = of.requests.get(resource);
  const limit = of.limits.get(resource);
  const bound = `${resource} max limit to request ratio per ${type} is ${enforced.toString()}`;
  if (request === undefined || request.isZero()) {
    return { message: `${bound}, but no request is specified or request is 0` };
  }
  if (limit === undefined || limit.isZero()) {
    return { message: `${bound}, but no limit is specified or limit is 0` };
  }
  const isFine = isMilliPrecise([request, limit, enforced]);
  const ratio = isFine
    ? Number(limit.milliValue()) / Number(request.milliValue())
    : Number(limit.value()) / Number(request.value());
  const isBoundFine = enforced.value() <= MAX_MILLI_VALUE;
  const exceeds = isBoundFine
    ? ratio * 1000 > Number(enforced.milliValue())
    : ratio > Number(enforced.value());
  return exceeds
    ? {
        message: `${bound}, but provided ratio is ${ratio.toFixed(6)}`,
        observed: { side: 'limit', amount: limit },
      }
    : undefined;
}

function observed(bound: string, side: 'request' | 'limit', amount: Quantity): ReturnType<Judge> {
  return { message: `${bound}, but ${side} is ${amount.toString()}`, observed: { side, amount } };
}

/** Upstream: `MaxMilliValue`, k8s.io/apimachinery/pkg/api/resource/quantity.go. */
const MAX_MILLI_VALUE = (2n ** 63n - 1n) / 1000n;

function isMilliPrecise(quantities: readonly (Quantity | undefined)[]): boolean {
  return quantities.every((quantity) => (quantity?.value() ?? 0n) <= MAX_MILLI_VALUE);
}

/** Compares in thousandths where all fit 64 bits, in units where they do not (`requestLimitEnforcedValues`). */
function comparison(...quantities: readonly (Quantity | undefined)[]): (a: Quantity, b: Quantity) => number {
  const amount = isMilliPrecise(quantities)
    ? (quantity: Quantity) => quantity.milliValue()
    : (quantity: Quantity) => quantity.value();
  return (a, b) => {
    const [left, right] = [amount(a), amount(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
