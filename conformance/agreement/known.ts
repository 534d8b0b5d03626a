import { type Difference } from './compare';

/** Where the server's own paths are not consistent, and what both sides are read as. */
export interface Inconsistency {
  readonly kind: string | undefined;
  /** Of the steps of a field, between slashes. */
  readonly pattern: RegExp;
  readonly readAs: string;
  readonly cause: string;
}

export const INCONSISTENT: readonly Inconsistency[] = [];

/** The steps of a field, with what upstream writes in several ways read in one. */
export function normalise(kind: string, steps: string): string {
  let read = steps;
  for (const { kind: only, pattern, readAs } of INCONSISTENT) {
    if (only === undefined || only === kind) read = read.replace(pattern, readAs);
  }
  return read;
}

/** Kinds whose metadata the server looks at only when nothing else is wrong. */
export const METADATA_LAST: ReadonlyMap<string, string> = new Map([
  [
    'PodDisruptionBudget',
    'its validation leaves metadata to BeforeCreate (k8s.io/apiserver/pkg/registry/rest), which comes after it; we tell all at once',
  ],
]);

/** What we do not say as the server does, and why. */
export interface KnownDisagreement {
  readonly what: string;
  readonly cause: string;
  readonly matches: (kind: string, version: string, difference: Difference) => boolean;
}

export const KNOWN: readonly KnownDisagreement[] = [
  {
    what: 'StatefulSet before 1.34: the schema of the pod template and of claim templates',
    cause:
      'the server takes a StatefulSet whatever its pods look like (ValidatePodTemplateSpecForStatefulSet in pkg/apis/apps/validation), and refuses every pod of it afterwards. We refuse the StatefulSet',
    matches: (kind, version, { what, field, message }) =>
      kind === 'StatefulSet' &&
      Number(version.slice(2)) < 34 &&
      (what === 'refused wrongly' || what === 'field too many') &&
      message.startsWith('K1') &&
      /^spec\.(?:template\.spec|volumeClaimTemplates)\b/.test(field),
  },
];

/** The known disagreement that a difference is of. */
export function knownCause(
  kind: string,
  version: string,
  difference: Difference,
): KnownDisagreement | undefined {
  return KNOWN.find(({ matches }) => matches(kind, version, difference));
}
