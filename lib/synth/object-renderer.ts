import { type ApiObject } from 'cdk8s';
import { type IConstruct } from 'constructs';

import { sameJson } from '../model/same-json';
import { type CollectMemory } from './collect-memory';
import { type CollectedObject } from './collected-object';
import { isPureObject } from './is-pure-object';
import { renderApiObject } from './render-api-object';
import { SynthError } from './synth-error';
import { toJsonObject } from './to-json-object';

/** Renders API objects, each through its own `toJson`. */
export class ObjectRenderer {
  #prepared: { readonly apiObject: ApiObject; readonly own: unknown } | undefined;

  /** What `toJson` of the base class gives. */
  own(apiObject: ApiObject): unknown {
    return this.#prepared?.apiObject === apiObject ? this.#prepared.own : renderApiObject(apiObject).json;
  }

  /** @throws SynthError that names the construct if it cannot be serialized */
  render(apiObject: ApiObject): unknown {
    try {
      return apiObject.toJson() as unknown;
    } catch (cause) {
      throw named(cause, apiObject, 'Failed serializing construct');
    }
  }

  /**
   * The same, from memory where it is what it was last time. For whoever hands it to nobody that may change it.
   *
   * @throws SynthError
   */
  renderWith(memory: CollectMemory, apiObject: ApiObject): CollectedObject {
    if (!isPureObject(apiObject)) return collected(this.render(apiObject), apiObject);
    const { path } = apiObject.node;
    const known = memory.recall(path);
    const prototype = Object.getPrototypeOf(apiObject) as object;
    const { data, json: made } = renderApiObject(apiObject, known?.data);
    if (known?.data === data && known.prototype === prototype) {
      memory.remember(path, known);
      return { object: known.object, path, construct: apiObject };
    }
    const own = known?.data === data ? known.own : made;
    const object = toJsonObject(this.#renderFrom(own, apiObject), apiObject);
    const shared = known !== undefined && sameJson(object, known.object) ? known.object : object;
    memory.remember(path, { prototype, data, own, object: shared });
    return { object: shared, path, construct: apiObject };
  }

  /** Gives `own` to the `super.toJson()` of its class, so that no token is produced twice. */
  #renderFrom(own: unknown, apiObject: ApiObject): unknown {
    const outer = this.#prepared;
    this.#prepared = { apiObject, own };
    try {
      return this.render(apiObject);
    } finally {
      this.#prepared = outer;
    }
  }
}

/** An object as data, and who made it. */
export function collected(json: unknown, construct: IConstruct): CollectedObject {
  return { object: toJsonObject(json, construct), path: construct.node.path, construct };
}

/** What was thrown, as an error that names the construct. */
export function named(cause: unknown, construct: IConstruct, what: string): SynthError {
  if (cause instanceof SynthError) return cause;
  return new SynthError(`${what} at path '${construct.node.path}': ${String(cause)}`, [construct], { cause });
}
