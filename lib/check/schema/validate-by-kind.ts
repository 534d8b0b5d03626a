import { groupOf } from '../../model/api-version';
import { type JsonObject } from '../../model/json-value';
import { isBuiltInGroup } from '../../model/kinds';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { checkKind } from './check-kind';
import { checkCustomKind, checkCustomVersion } from './crd/check-custom-kind';
import { type CustomKind } from './crd/crd-index';
import type * as customs from './crd/validate-custom';
import { ProblemLog } from './problem-log';
import { type SchemaOptions } from './schema-options';
import { type SchemaProblem } from './schema-problem';
import { findType } from './table';
import { validateType } from './validate-type';
import { walkWith } from './walk-with';

/** As `validateSchema`: all that there may be to say of a kind, custom resources included. */
export function validateByKind(object: JsonObject, options: SchemaOptions): readonly SchemaProblem[] {
  const { version, crds } = options;
  const { apiVersion, kind } = object;
  if (crds === undefined || typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return validateBuiltIn(object, version);
  }
  const group = groupOf(apiVersion);
  // Groups of the form `*.k8s.io` hold kinds of Kubernetes itself and of others.
  const custom = crds.find(group, kind);
  if (custom.length > 0)
    return fewest(custom.map((each) => customProblems(object, apiVersion, each, version)));
  if (!isBuiltInGroup(group)) {
    const log = new ProblemLog();
    checkCustomKind(log, apiVersion, kind, crds);
    if (log.problems.length > 0) return log.problems;
  }
  return validateBuiltIn(object, version);
}

function validateBuiltIn(object: JsonObject, version: KubernetesVersion): readonly SchemaProblem[] {
  const { apiVersion, kind } = object;
  const log = new ProblemLog();
  const schema = checkKind(log, object, version);
  if (schema !== undefined) validateType(walkWith(log, version), findType(schema.type), object);
  else if (log.problems.length === 0 && typeof apiVersion === 'string' && typeof kind === 'string') {
    checkMetadata(log, object, version);
    if (!isListOfObjects(object)) reportUnchecked(log, apiVersion, kind);
  }
  return log.problems;
}

/** What every object has, of whatever kind. */
function checkMetadata(log: ProblemLog, { metadata }: JsonObject, version: KubernetesVersion): void {
  log.path.push('metadata');
  validateType(walkWith(log, version), findType('meta.v1.ObjectMeta'), metadata ?? null);
  log.path.pop();
}

function isListOfObjects({ kind, items }: JsonObject): boolean {
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
}

function reportUnchecked(log: ProblemLog, apiVersion: string, kind: string): void {
  const group = groupOf(apiVersion);
  log.add(
    'unchecked-kind',
    {
      says: `is of \`${apiVersion} ${kind}\`, whose schema is not known, so that its fields were not checked`,
      label: `kind is ${kind}`,
      notes: [
        'metadata was checked, and what other rules look at; other objects of the kind are not told of',
      ],
      help: [
        'give its CustomResourceDefinition: `kubewright check --crds <files>`, or `external.crds` of kubewright.config.ts',
      ],
      once: `kind ${group} ${kind}`,
    },
    'kind',
  );
}

function customProblems(
  object: JsonObject,
  apiVersion: string,
  custom: CustomKind,
  version: KubernetesVersion,
): readonly SchemaProblem[] {
  const log = new ProblemLog();
  const found = checkCustomVersion(log, apiVersion, custom);
  if (found === undefined) return log.problems;
  if (found.schema === undefined) {
    checkMetadata(log, object, version);
    return log.problems;
  }
  // A dozen modules that most objects have no need of: a tenth of the time to the first verdict.
  const { validateCustom } = module.require('./crd/validate-custom') as typeof customs;
  validateCustom({ log, version }, found.schema, object, true);
  if (!found.dropsStatus) return log.problems;
  // Pruning comes first, so unknown fields are refused there too.
  return log.problems.filter(
    ({ pointer, kind }) => kind === 'unknown-field' || !/^\/status(?:\/|$)/.test(pointer),
  );
}

/** The object is of one of the definitions, and nobody can tell which: that which it fits best. */
function fewest(candidates: readonly (readonly SchemaProblem[])[]): readonly SchemaProblem[] {
  return candidates.reduce((best, each) => (each.length < best.length ? each : best));
}
