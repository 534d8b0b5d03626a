import { type Quantity } from '../../../model/quantity';

/** The same amount, written as another quantity is: in bytes by `Mi` where the other has a binary suffix. */
export function inFormatOf(model: Quantity, amount: Quantity): Quantity {
  // A sum and a difference keep the format of their first part, unless that is zero.
  return model.isZero() ? amount : model.subtract(model.subtract(amount));
}
