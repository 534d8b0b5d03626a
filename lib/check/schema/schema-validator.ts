import { type JsonObject } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { isBuiltInGroup } from '../../model/kinds';
import { parseApiVersion } from '../../model/api-version';
import { checkKind } from './check-kind';
import { checkCustomKind, checkCustomVersion } from './crd/check-custom-kind';
import { type CrdIndex, type CustomKind } from './crd/crd-index';
import type * as customs from './crd/validate-custom';
import { ProblemLog } from './problem-log';
import { type SchemaProblem } from './schema-problem';
import { findType, type TypeInfo } from './table';
import { type TypeWalk } from './type-walk';
import { validateType } from './validate-type';

/** What an object is held against. */
export interface SchemaOptions {
  readonly version: KubernetesVersion;
  /** Schemas of custom resources; of a kind that nothing is known of the metadata alone is checked. */
  readonly crds?: CrdIndex;
}

const NONE: readonly SchemaProblem[] = Object.freeze([]);

/** Holds objects against the schemas of their kinds, one after the other. */
export class SchemaValidator {
  /** The types of kinds of which nothing is to be said, by `apiVersion` and kind. */
  private readonly sound = new Map<string, Map<string, TypeInfo>>();
  /** A walk that found nothing, to be gone again. */
  private spare: TypeWalk | undefined;

  constructor(private readonly options: SchemaOptions) {}

  /** As `validateSchema`. */
  validate(object: JsonObject): readonly SchemaProblem[] {
    const { apiVersion, kind } = object;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return this.validateBuiltIn(object);
    const type = this.sound.get(apiVersion)?.get(kind);
    return type === undefined ? this.validateNamed(object, apiVersion, kind) : this.validateAs(type, object);
  }

  private validateNamed(object: JsonObject, apiVersion: string, kind: string): readonly SchemaProblem[] {
    const { crds, version } = this.options;
    if (crds === undefined) return this.validateBuiltIn(object);
    const { group } = parseApiVersion(apiVersion);
    // Groups of the form `*.k8s.io` hold kinds of Kubernetes itself and of others.
    const custom = crds.find(group, kind);
    if (custom.length > 0)
      return fewest(custom.map((each) => customProblems(object, apiVersion, each, version)));
    if (!isBuiltInGroup(group)) {
      const log = new ProblemLog();
      checkCustomKind(log, apiVersion, kind, crds);
      if (log.problems.length > 0) return log.problems;
    }
    return this.validateBuiltIn(object);
  }

  private validateBuiltIn(object: JsonObject): readonly SchemaProblem[] {
    const { version } = this.options;
    const { apiVersion, kind } = object;
    const log = new ProblemLog();
    const schema = checkKind(log, object, version);
    if (schema !== undefined) {
      const type = findType(schema.type);
      if (log.problems.length > 0) validateType(walkWith(log, version), type, object);
      else {
        if (typeof apiVersion === 'string' && typeof kind === 'string') this.remember(apiVersion, kind, type);
        return this.validateAs(type, object);
      }
    } else if (log.problems.length === 0 && typeof apiVersion === 'string' && typeof kind === 'string') {
      checkMetadata(log, object, version);
      if (!isListOfObjects(object)) reportUnchecked(log, apiVersion, kind);
    }
    return log.problems;
  }

  private validateAs(type: TypeInfo, object: JsonObject): readonly SchemaProblem[] {
    const walk = this.spare ?? walkWith(new ProblemLog(), this.options.version);
    // Not to be gone again if it does not come to its end.
    this.spare = undefined;
    validateType(walk, type, object);
    const { problems } = walk.log;
    if (problems.length > 0) return problems;
    this.spare = walk;
    return NONE;
  }

  private remember(apiVersion: string, kind: string, type: TypeInfo): void {
    const kinds = this.sound.get(apiVersion);
    if (kinds === undefined) this.sound.set(apiVersion, new Map([[kind, type]]));
    else kinds.set(kind, type);
  }
}

function walkWith(log: ProblemLog, version: KubernetesVersion): TypeWalk {
  return { log, version, types: [], decodedOnly: false };
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
  const { group } = parseApiVersion(apiVersion);
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
