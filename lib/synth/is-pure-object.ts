import { ApiObject } from 'cdk8s';

import { objectToJson } from './with-linear-to-json';

/** `toJson` of the classes that `cdk8s import` generates: what is made of the result of the base class, and nothing else. */
const GENERATED =
  /^toJson\(\)\s*\{\s*const resolved = super\.toJson\(\);\s*return \{\s*\.\.\.\w+\.GVK,\s*\.\.\.toJson_\w+\(resolved\),?\s*\};\s*\}$/;

interface Verdict {
  readonly toJson: unknown;
  readonly isPure: boolean;
}

const verdicts = new WeakMap<object, Verdict>();

/**
 * Whether what an API object's `toJson` gives follows from what the base class gives, while that is ours; and is
 * nobody else's. Not so of a class that overrides `toJson`, and of an object with patches, which may put objects of
 * the user's into it.
 */
export function isPureObject(apiObject: ApiObject): boolean {
  if ((Reflect.get(apiObject, 'patches') as readonly unknown[]).length > 0) return false;
  const prototype = Object.getPrototypeOf(apiObject) as object;
  const toJson: unknown = Reflect.get(apiObject, 'toJson');
  const known = verdicts.get(prototype);
  if (known !== undefined && known.toJson === toJson) return known.isPure;
  const isPure = Reflect.get(prototype, 'toJson') === toJson && isPureClass(prototype);
  verdicts.set(prototype, { toJson, isPure });
  return isPure;
}

function isPureClass(prototype: object): boolean {
  let at: object | null = prototype;
  for (; at !== null && at !== ApiObject.prototype; at = Object.getPrototypeOf(at) as object | null) {
    if (!Object.hasOwn(at, 'toJson')) continue;
    const toJson: unknown = Reflect.get(at, 'toJson');
    if (typeof toJson !== 'function' || !GENERATED.test(Function.prototype.toString.call(toJson)))
      return false;
  }
  return at !== null && Reflect.get(at, 'toJson') === objectToJson;
}
