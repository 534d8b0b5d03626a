import { type JsonObject } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { isBuiltInGroup } from '../../model/kinds';
import { parseApiVersion } from '../../model/api-version';
import { checkKind } from './check-kind';
import { checkCustomKind } from './crd/check-custom-kind';
import { type CrdIndex } from './crd/crd-index';
import { validateCustom } from './crd/validate-custom';
import { ProblemLog } from './problem-log';
import { type SchemaProblem } from './schema-problem';
import { findType } from './table';
import { validateType } from './validate-type';

/** What an object is held against. */
export interface SchemaOptions {
  readonly version: KubernetesVersion;
  /** Schemas of custom resources; an object of a kind that nothing is known of has no problems. */
  readonly crds?: CrdIndex;
}

/**
 * What the schema of its kind says of an object: all that the API server's strict decoder refuses, required fields
 * and listed values, and what is deprecated or not of that version. Pure; the problems are in the order of the
 * object's fields.
 *
 * @example
 * const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { container: [] } };
 * validateSchema(pod, { version: '1.35' })[0]?.says; // 'has the unknown field `spec.container`'
 */
export function validateSchema(
  object: JsonObject,
  { version, crds }: SchemaOptions,
): readonly SchemaProblem[] {
  const log = new ProblemLog();
  const { apiVersion, kind } = object;
  const custom =
    crds !== undefined &&
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    !isBuiltIn(apiVersion, crds, kind);
  if (custom) {
    const found = checkCustomKind(log, apiVersion, kind, crds);
    if (found?.schema !== undefined) validateCustom({ log, version }, found.schema, object, true);
    else if (found === undefined && log.problems.length === 0) checkKind(log, object, version);
    return log.problems;
  }
  const schema = checkKind(log, object, version);
  if (schema !== undefined) {
    validateType({ log, version, types: [], decodedOnly: false }, findType(schema.type), object);
  }
  return log.problems;
}

/** Kinds of groups that Kubernetes and others share (`*.k8s.io`) are custom where a definition is there for them. */
function isBuiltIn(apiVersion: string, crds: CrdIndex, kind: string): boolean {
  const { group } = parseApiVersion(apiVersion);
  return isBuiltInGroup(group) && crds.find(group, kind) === undefined;
}
