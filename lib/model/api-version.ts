/** An `apiVersion` taken apart. The core group is `''`. */
export interface ApiVersion {
  readonly group: string;
  readonly version: string;
}

/** Takes `apps/v1` or `v1` apart, as apimachinery's `schema.ParseGroupVersion` does. */
export function parseApiVersion(apiVersion: string): ApiVersion {
  const slash = apiVersion.indexOf('/');
  if (slash < 0) return { group: '', version: apiVersion };
  return { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/** The group of an `apiVersion`: `apps`, or `''` for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** The `apiVersion` of a group and a version: `apps/v1`, or `v1` for the core group. */
export function formatApiVersion(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

/**
 * Orders versions as apimachinery's `version.CompareKubeAwareVersionStrings` does, best first: stable,
 * then beta, then alpha, each with the higher number first, then everything else by code unit.
 */
export function compareApiVersionNames(a: string, b: string): number {
  const [left, right] = [rank(a), rank(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (right[i] ?? 0) - (left[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

const STAGES = ['alpha', 'beta', ''];

function rank(name: string): readonly [stage: number, major: number, minor: number] {
  const match = /^v([1-9]\d*)(?:(alpha|beta)([1-9]\d*))?$/.exec(name);
  if (match === null) return [-1, 0, 0];
  return [STAGES.indexOf(match[2] ?? ''), Number(match[1]), Number(match[3] ?? 0)];
}
