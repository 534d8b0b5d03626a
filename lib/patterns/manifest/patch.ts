import { type Wire } from './wire';

// A type of its own, so that messages name it in place of all its fields.
type PatchedMap<T> = { readonly [K in keyof T]?: Patched<T[K]> | null };

type Patched<T> = T extends readonly (infer E)[] ? readonly E[] : T extends object ? PatchedMap<T> : T;

/**
 * A change to an object that a pattern makes, in the field names of the manifest and with the semantics
 * of a JSON merge patch (RFC 7386): maps are merged, everything else, lists too, is replaced, and
 * `null` removes a field.
 *
 * Typed over the props of cdk8s-plus-28's `k8s.Kube*` classes, that is Kubernetes 1.28. For a field that
 * is newer, patch the object itself: `web.deployment.addJsonPatch(...)`.
 */
export type Patch<T> = Patched<Wire<T>>;

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Some fields of an object after the patch, for a name that follows the content. */
export function patchedFields<F extends string>(
  fields: readonly F[],
  object: Readonly<Record<string, unknown>>,
  patch: unknown,
): Partial<Record<F, unknown>> {
  const patched = patch === undefined ? object : applyPatch(object, patch);
  if (!isMap(patched)) return {};
  return Object.fromEntries(fields.map((field) => [field, patched[field]])) as Partial<Record<F, unknown>>;
}

/** Merges `patch` over `target` (RFC 7386); neither is changed. */
export function applyPatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const result = new Map(isMap(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) result.delete(key);
    else result.set(key, applyPatch(result.get(key), value));
  }
  return Object.fromEntries(result);
}
