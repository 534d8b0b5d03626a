import { type JsonValue } from '../model/json-value';

/** A place where an object is not as it was expected to be. */
export interface Mismatch {
  /** As a person writes it: `spec.template.spec.containers[0].image`. */
  readonly path: string;
  readonly expected: unknown;
  /** Undefined where nothing is. */
  readonly actual: JsonValue | undefined;
}

/** How far an object is from what was expected. */
export interface PartialMatch {
  readonly mismatches: readonly Mismatch[];
  /** How many values were compared. */
  readonly compared: number;
}

/** Jest's equality, which knows asymmetric matchers such as `expect.any(String)`. */
export type Equals = (a: unknown, b: unknown) => boolean;

/**
 * Holds a value against a part of what it should be: of a map only the named fields count, and of a list each named
 * item has to be there, in whatever place. The item that comes nearest is the one that is told of.
 */
export function matchPartial(
  actual: JsonValue | undefined,
  expected: unknown,
  equals: Equals,
  path = '',
): PartialMatch {
  if (isMap(actual) && isMap(expected)) {
    return join(
      Object.entries(expected).map(([key, value]) =>
        matchPartial(
          Object.hasOwn(actual, key) ? (actual as Record<string, JsonValue>)[key] : undefined,
          value,
          equals,
          fieldPath(path, key),
        ),
      ),
    );
  }
  if (Array.isArray(actual) && Array.isArray(expected))
    return matchItems(actual as JsonValue[], expected, equals, path);
  return { mismatches: equals(actual, expected) ? [] : [{ path, expected, actual }], compared: 1 };
}

function matchItems(
  actual: readonly JsonValue[],
  expected: readonly unknown[],
  equals: Equals,
  path: string,
): PartialMatch {
  const left = new Set(actual.keys());
  return join(
    expected.map((item) => {
      const nearest = [...left]
        .map((index) => ({ index, match: matchPartial(actual[index], item, equals, `${path}[${index}]`) }))
        .sort((a, b) => a.match.mismatches.length - b.match.mismatches.length)[0];
      if (nearest === undefined)
        return { mismatches: [{ path: `${path}[]`, expected: item, actual: undefined }], compared: 1 };
      left.delete(nearest.index);
      return nearest.match;
    }),
  );
}

function join(parts: readonly PartialMatch[]): PartialMatch {
  return {
    mismatches: parts.flatMap(({ mismatches }) => mismatches),
    compared: parts.reduce((sum, { compared }) => sum + compared, 0),
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  // Asymmetric matchers are instances of classes.
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function fieldPath(path: string, key: string): string {
  if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${path}['${key}']`;
  return path === '' ? key : `${path}.${key}`;
}
