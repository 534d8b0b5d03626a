import { objectField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type Quantity } from '../../model/quantity';
import { readAmount } from '../read-amount';

/** Amounts by the names of resources. */
export type ResourceList = ReadonlyMap<string, Quantity>;

/** The amounts of a field such as `limits`. What is no quantity is left out: the pod is refused for it anyway. */
export function resourceList(holder: JsonObject | undefined, field: string): ResourceList {
  const amounts = new Map<string, Quantity>();
  for (const [name, value] of Object.entries(objectField(holder, field) ?? {})) {
    const quantity = readAmount(value);
    if (quantity !== undefined) amounts.set(name, quantity);
  }
  return amounts;
}

/** The first list, and of the second what the first does not have. */
export function withDefaults(list: ResourceList, defaults: ResourceList): ResourceList {
  return new Map([...defaults, ...list]);
}

/** Sums by resource. Upstream: `addResourceList`, plugin/pkg/admission/limitranger/admission.go. */
export function sumOf(lists: readonly ResourceList[]): ResourceList {
  const sum = new Map<string, Quantity>();
  for (const [name, quantity] of lists.flatMap((list) => [...list])) {
    sum.set(name, sum.get(name)?.add(quantity) ?? quantity);
  }
  return sum;
}

/** The greater by resource; the first of equals. Upstream: `maxResourceList`, in the same file. */
export function greaterOf(list: ResourceList, other: ResourceList): ResourceList {
  const greater = new Map(list);
  for (const [name, quantity] of other) {
    const known = greater.get(name);
    if (known === undefined || quantity.compare(known) > 0) greater.set(name, quantity);
  }
  return greater;
}
