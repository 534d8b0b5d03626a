import { findKnownKind, isEnabledByDefault, isServedIn } from '../../model/kinds';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { findKindSchema, findType, type TypeInfo } from './table';

/**
 * The type of a built-in kind of which nothing is to be said: the version serves it as a matter of course, and it was
 * never called old. Undefined for others, which `checkKind` looks at.
 */
export function ordinaryType(
  apiVersion: string,
  kind: string,
  version: KubernetesVersion,
): TypeInfo | undefined {
  const known = findKnownKind(apiVersion, kind);
  if (known === undefined || !isServedIn(known.version, version) || !isEnabledByDefault(apiVersion)) {
    return undefined;
  }
  const schema = findKindSchema(apiVersion, kind);
  return schema === undefined || schema.deprecatedIn !== undefined ? undefined : findType(schema.type);
}
