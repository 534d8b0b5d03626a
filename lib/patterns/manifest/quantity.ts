import { type IConstruct } from 'constructs';
import { Quantity } from '../../model/quantity';
import { type QuantityLiteral } from '../../model/quantity-literal';
import { readQuantity } from '../../model/read-quantity';
import { readProperty } from './read-property';

/**
 * A quantity as it stands in a manifest: the way the user wrote it. `construct` is what the property was given
 * to; a volume that no pod has yet has none.
 * @throws PropertyError, or an Error without a construct, if it is no quantity, or negative
 */
export function wireQuantity(
  quantity: QuantityLiteral,
  property: string,
  construct?: IConstruct,
): string | number {
  if (construct === undefined) readQuantity(quantity, property);
  else readProperty(construct, property, () => readQuantity(quantity, property));
  return quantity instanceof Quantity ? quantity.toString() : quantity;
}
