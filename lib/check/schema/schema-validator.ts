import { groupOf } from '../../model/api-version';
import { type JsonObject } from '../../model/json-value';
import { ordinaryType } from './ordinary-type';
import { ProblemLog } from './problem-log';
import { type SchemaOptions } from './schema-options';
import { type SchemaProblem } from './schema-problem';
import { type TypeInfo } from './table';
import { type TypeWalk } from './type-walk';
import type * as byKind from './validate-by-kind';
import { validateType } from './validate-type';
import { walkWith } from './walk-with';

const NONE: readonly SchemaProblem[] = Object.freeze([]);

/** Holds objects against the schemas of their kinds, one after the other. */
export class SchemaValidator {
  /** The types of ordinary kinds, by `apiVersion` and kind: an app has few kinds and many objects. */
  private readonly ordinary = new Map<string, Map<string, TypeInfo>>();
  /** A walk that found nothing, to be gone again. */
  private spare: TypeWalk | undefined;

  constructor(private readonly options: SchemaOptions) {}

  /** As `validateSchema`. */
  validate(object: JsonObject): readonly SchemaProblem[] {
    const { apiVersion, kind } = object;
    const type =
      typeof apiVersion === 'string' && typeof kind === 'string' ? this.typeOf(apiVersion, kind) : undefined;
    if (type !== undefined) return this.validateAs(type, object);
    // What only the first custom or unknown kind needs.
    const { validateByKind } = module.require('./validate-by-kind') as typeof byKind;
    return validateByKind(object, this.options);
  }

  private typeOf(apiVersion: string, kind: string): TypeInfo | undefined {
    let kinds = this.ordinary.get(apiVersion);
    const known = kinds?.get(kind);
    if (known !== undefined) return known;
    const { version, crds } = this.options;
    if (crds !== undefined && crds.find(groupOf(apiVersion), kind).length > 0) return undefined;
    const type = ordinaryType(apiVersion, kind, version);
    if (type === undefined) return undefined;
    if (kinds === undefined) this.ordinary.set(apiVersion, (kinds = new Map<string, TypeInfo>()));
    kinds.set(kind, type);
    return type;
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
}
