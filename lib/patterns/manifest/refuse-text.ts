import { type IConstruct } from 'constructs';
import { dns1123SubdomainErrors } from '../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../model/names/label-key';
import { labelValueErrors } from '../../model/names/label-value';
import { refuseName } from './refuse-name';

/** Refuses what is no name of an object, as most kinds have it: a class, a node, a ServiceAccount. */
export function refuseObjectName(construct: IConstruct, property: string, name: string | undefined): void {
  if (name !== undefined) refuseName(construct, property, name, dns1123SubdomainErrors(name));
}

/** Refuses what is no qualified name: a label key, a protocol, a condition. */
export function refuseQualifiedName(construct: IConstruct, property: string, name: string | undefined): void {
  if (name !== undefined) refuseName(construct, property, name, labelKeyErrors(name));
}

/** Refuses labels that no object can have. */
export function refuseLabels(
  construct: IConstruct,
  property: string,
  labels: Readonly<Record<string, string>> | undefined,
): void {
  for (const [key, value] of Object.entries(labels ?? {})) {
    refuseName(construct, `key of ${property}`, key, labelKeyErrors(key));
    refuseName(construct, `${property}['${key}']`, value, labelValueErrors(value));
  }
}
