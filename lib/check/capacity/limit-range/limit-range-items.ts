import { isJsonObject, listField, objectField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type ResourceList, resourceList, withDefaults } from '../resource-list';

/** One entry of `spec.limits` of a LimitRange, with what the API server fills in. */
export interface LimitRangeItem {
  /** Place in `spec.limits`. */
  readonly index: number;
  /** `Container`, `Pod`, `PersistentVolumeClaim`. */
  readonly type: string;
  readonly min: ResourceList;
  readonly max: ResourceList;
  readonly maxLimitRequestRatio: ResourceList;
  /** Limits of a container that names none. */
  readonly default: ResourceList;
  /** Requests of a container that names none. */
  readonly defaultRequest: ResourceList;
}

/**
 * The items of a LimitRange. For containers the default limit is the maximum, and the default request the
 * default limit or the minimum, where they are not written.
 *
 * Upstream: `SetDefaults_LimitRangeItem`, pkg/apis/core/v1/defaults.go.
 */
export function limitRangeItems(limitRange: JsonObject): readonly LimitRangeItem[] {
  const limits = listField(objectField(limitRange, 'spec'), 'limits');
  return limits.flatMap((item, index) => (isJsonObject(item) ? limitRangeItem(item, index) : []));
}

function limitRangeItem(item: JsonObject, index: number): LimitRangeItem {
  const type = textField(item, 'type') ?? '';
  const min = resourceList(item, 'min');
  const max = resourceList(item, 'max');
  const maxLimitRequestRatio = resourceList(item, 'maxLimitRequestRatio');
  const isContainer = type === 'Container';
  const limit = isContainer ? withDefaults(resourceList(item, 'default'), max) : EMPTY;
  const request = isContainer
    ? withDefaults(withDefaults(resourceList(item, 'defaultRequest'), limit), min)
    : EMPTY;
  return { index, type, min, max, maxLimitRequestRatio, default: limit, defaultRequest: request };
}

/**
 * What a container gets that names no request, or no limit. Of two items that have a default, the last counts; the
 * server takes one of a type only.
 *
 * Upstream: `defaultContainerResourceRequirements`, plugin/pkg/admission/limitranger/admission.go.
 */
export function containerDefaults(items: readonly LimitRangeItem[]): {
  readonly requests: ResourceList;
  readonly limits: ResourceList;
} {
  const ofContainers = items.filter(({ type }) => type === 'Container');
  if (ofContainers.length === 1 && ofContainers[0] !== undefined) {
    return { requests: ofContainers[0].defaultRequest, limits: ofContainers[0].default };
  }
  return {
    requests: new Map(ofContainers.flatMap((item) => [...item.defaultRequest])),
    limits: new Map(ofContainers.flatMap((item) => [...item.default])),
  };
}

const EMPTY: ResourceList = new Map();
