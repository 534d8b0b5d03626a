import {
  type ApiObject,
  App,
  ImplicitTokenResolver,
  Lazy,
  LazyResolver,
  NumberStringUnionResolver,
  resolve,
} from 'cdk8s';

import { sortedObject } from './sorted-object';

/** Keys of a value that go past this many are left out of an error. */
const LONGEST_PLACE = 16;

/** The resolvers that `new App()` has, in its order. */
const STOCK_RESOLVERS: readonly unknown[] = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/** What to leave out beside null and undefined. */
export interface ResolveOptions {
  /** Leave out empty arrays and objects too, as cdk8s does in `metadata`. */
  readonly dropEmpty: boolean;
}

/** Plain data that is resolved already, and is to be left as it is. Only where a resolver is stock. */
export class AsIs {
  constructor(readonly data: unknown) {}
}

/**
 * Turns what an API object was given into plain data: replaces tokens, leaves out null and
 * undefined, sorts the keys of objects. What cdk8s does in two passes (lib/resolve.ts, `resolve`;
 * lib/_util.ts, `sanitizeValue`), in one, as long as the app has only the resolvers that cdk8s
 * itself gives it; with a resolver of the user's, `resolve` of cdk8s is asked.
 *
 * One value resolver is for one API object: it remembers where in its data it is.
 */
export class ValueResolver {
  readonly #apiObject: ApiObject;
  /** Whether no resolver of the user's has a say. */
  readonly isStock: boolean;
  readonly #keys: (string | number)[] = [];
  #depth = 0;

  constructor(apiObject: ApiObject) {
    this.#apiObject = apiObject;
    this.isStock = hasStockResolvers(apiObject);
  }

  /** Where the value is that was looked at last: `spec.ports[0]`. After an error, the culprit. */
  get place(): string {
    const keys = this.#keys.slice(0, this.#depth);
    const shown = keys
      .slice(0, LONGEST_PLACE)
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
    return `${shown.join('').replace(/^\./, '')}${keys.length > LONGEST_PLACE ? '...' : ''}`;
  }

  /**
   * The plain data of a value; undefined when nothing is left of it.
   *
   * @param before What came of it last time, of which every part is taken that is the same; so nothing new is made of
   * a value that came to the same. Plain data, and never changed since.
   */
  resolve(value: unknown, options: ResolveOptions, before?: unknown): unknown {
    if (this.isStock) return this.#resolve(value, options, before);
    return this.#copy(resolve([], value, this.#apiObject) as unknown, options, false, before);
  }

  #resolve(value: unknown, options: ResolveOptions, before: unknown): unknown {
    if (value === null || value === undefined) return undefined;
    if (isScalar(value)) return value;
    return this.#resolveToken(value, options, before);
  }

  #resolveToken(value: object | bigint | symbol, options: ResolveOptions, before: unknown): unknown {
    if (value instanceof AsIs) return value.data;
    if (value instanceof Lazy) return this.#resolve(value.produce(), options, before);
    const token = value as { readonly resolve?: unknown; readonly value?: unknown };
    if (typeof token.resolve === 'function') {
      return this.#resolve((token as { resolve(): unknown }).resolve(), options, before);
    }
    const isPlain = value.constructor === Object;
    if (!isPlain && (typeof token.value === 'number' || typeof token.value === 'string')) {
      // A union of number and string. The classes of cdk8s-plus take the value out of it.
      return isUnionOf(token.value, before) ? before : { value: token.value };
    }
    // cdk8s does not look for tokens in what is neither an array nor a plain object.
    return this.#copy(value, options, isPlain || Array.isArray(value), before);
  }

  #copy(value: unknown, options: ResolveOptions, resolving: boolean, before: unknown): unknown {
    if (value === null || typeof value !== 'object') return value ?? undefined;
    if (Array.isArray(value)) {
      if (options.dropEmpty && value.length === 0) return undefined;
      return this.#copyList(value, options, resolving, Array.isArray(before) ? before : undefined);
    }
    if (value.constructor.name !== 'Object') {
      throw new Error(`can't render non-simple object of type '${value.constructor.name}'`);
    }
    return this.#copyObject(
      value as Readonly<Record<string, unknown>>,
      options,
      resolving,
      typeof before === 'object' && !Array.isArray(before) ? (before as Known | null) : undefined,
    );
  }

  #copyList(
    value: readonly unknown[],
    options: ResolveOptions,
    resolving: boolean,
    before: readonly unknown[] | undefined,
  ): readonly unknown[] {
    let isSame = before?.length === value.length;
    // Holes stay: `map` passes over them, as the one of cdk8s does.
    const copy = value.map((item, i) => {
      const known = before?.[i];
      const resolved = isScalar(item) ? item : this.#copyAt(i, item, options, resolving, known);
      isSame &&= Object.is(resolved, known);
      return resolved;
    });
    return isSame && before !== undefined && sameHoles(before, copy) ? before : copy;
  }

  #copyObject(
    value: Readonly<Record<string, unknown>>,
    options: ResolveOptions,
    resolving: boolean,
    before: Known | null | undefined,
  ): unknown {
    // Producers of tokens run in the order of the keys as written; only then come the keys in
    // the order of their names. Both lists are short or sorted as a rule.
    const keys: string[] = [];
    const values: unknown[] = [];
    let isSame = before !== undefined && before !== null;
    for (const key of Object.keys(value)) {
      const item = value[key];
      const known = isSame && Object.hasOwn(before ?? {}, key) ? before?.[key] : undefined;
      const resolved = isScalar(item) ? item : this.#copyAt(key, item, options, resolving, known);
      if (resolved === undefined || resolved === null) continue;
      keys.push(key);
      values.push(resolved);
      isSame &&= Object.is(resolved, known);
    }
    if (options.dropEmpty && keys.length === 0) return undefined;
    // All that is there now was there, and nothing else was.
    if (isSame && Object.keys(before ?? {}).length === keys.length) return before;
    return sortedObject(keys, values);
  }

  #copyAt(
    key: string | number,
    value: unknown,
    options: ResolveOptions,
    resolving: boolean,
    before: unknown,
  ): unknown {
    this.#keys[this.#depth++] = key;
    const copy = resolving
      ? this.#resolve(value, options, before)
      : this.#copy(value, options, false, before);
    this.#depth--;
    return copy;
  }
}

function isUnionOf(value: unknown, before: unknown): boolean {
  if (typeof before !== 'object' || before === null || !Object.hasOwn(before, 'value')) return false;
  return Object.is((before as Known).value, value) && Object.keys(before).length === 1;
}

type Known = Readonly<Record<string, unknown>>;

/** What stands for itself. */
function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function sameHoles(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (i in a !== i in b) return false;
  return true;
}

/** Whether an app has the resolvers that `new App()` makes, and no other. */
function hasStockResolvers(apiObject: ApiObject): boolean {
  const { resolvers } = App.of(apiObject);
  return (
    resolvers.length === STOCK_RESOLVERS.length &&
    STOCK_RESOLVERS.every((stock, i) => resolvers[i]?.constructor === stock)
  );
}
