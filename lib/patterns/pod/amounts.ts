import { type IConstruct } from 'constructs';
import { labelKeyErrors } from '../../model/names/label-key';
import { type QuantityLiteral } from '../../model/quantity-literal';
import { readQuantity } from '../../model/read-quantity';
import { wireQuantity } from '../manifest/quantity';
import { refuseName } from '../manifest/refuse-name';
import { PropertyError } from '../property-error';

/** Amounts of resources by name. */
export type Amounts = Readonly<Record<string, QuantityLiteral>>;

/**
 * Whether a resource is an extended one: not of Kubernetes itself, and counted in whole units.
 * @see k8s.io/kubernetes/pkg/apis/core/helper, IsExtendedResourceName
 */
export function isExtended(name: string): boolean {
  return name.includes('/') && !name.includes('kubernetes.io/');
}

/**
 * Amounts as they stand in a manifest.
 * @throws PropertyError if a resource has no possible name, or an amount is no quantity
 * @see k8s.io/kubernetes/pkg/apis/core/validation, validateContainerResourceName and ValidateResourceQuantityValue
 */
export function amountsManifest(
  construct: IConstruct,
  property: string,
  amounts: Amounts,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => {
      const of = `${property}['${name}']`;
      // A quota counts it as `requests.<name>`.
      refuseName(construct, of, name, labelKeyErrors(isExtended(name) ? `requests.${name}` : name));
      const manifest = wireQuantity(amount, of, construct);
      if (isExtended(name)) refuseFraction(construct, of, amount);
      return [name, manifest];
    }),
  );
}

/**
 * Refuses a part of what is counted in whole units.
 * @throws PropertyError
 */
export function refuseFraction(construct: IConstruct, property: string, amount: QuantityLiteral): void {
  if (readQuantity(amount, property).milliValue() % 1000n === 0n) return;
  throw new PropertyError(construct, property, `is ${String(amount)}`, 'write a whole number');
}
