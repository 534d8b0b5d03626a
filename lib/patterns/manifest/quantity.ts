import { Quantity } from '../../model/quantity';
import { type QuantityLiteral } from '../../model/quantity-literal';
import { readQuantity } from '../../model/read-quantity';

/**
 * A quantity as it stands in a manifest: the way the user wrote it.
 * @throws Error that names `property` if it is no quantity, or negative
 */
export function wireQuantity(quantity: QuantityLiteral, property: string): string | number {
  readQuantity(quantity, property);
  return quantity instanceof Quantity ? quantity.toString() : quantity;
}
