import { Quantity } from './quantity';
import { type QuantityLiteral } from './quantity-literal';

/**
 * The quantity that a property was given. For constructors: what is wrong is told with the name of the property.
 *
 * ```ts
 * readQuantity('1.5Gi', 'resources.memory.limit').toString(); // '1536Mi'
 * ```
 *
 * @throws Error when it is no quantity, or below zero: no resource field of Kubernetes takes that
 * (`ValidateResourceQuantityValue`, k8s.io/kubernetes/pkg/apis/core/validation/validation.go)
 */
export function readQuantity(value: QuantityLiteral, property: string): Quantity {
  const quantity = value instanceof Quantity ? value : parse(value, property);
  if (quantity.sign() < 0) {
    throw new Error(`${property}: ${quantity.toString()} is below zero; write an amount of 0 or more`);
  }
  return quantity;
}

function parse(value: string | number, property: string): Quantity {
  try {
    return Quantity.parse(value);
  } catch (cause) {
    throw new Error(`${property}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
