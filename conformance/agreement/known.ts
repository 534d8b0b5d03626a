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

const CEL_FIELDS =
  /(?:matchConditions|validations|variables|auditAnnotations|x-kubernetes-validations)\[\d+\]\.(?:expression|messageExpression|valueExpression|rule|key|fieldPath|optionalOldSelf)$/;

export const KNOWN: readonly KnownDisagreement[] = [
  {
    what: 'Expressions in CEL of policies, webhooks and CustomResourceDefinitions',
    cause:
      'the server compiles them, with the types of what they are about, and estimates what they cost; we do so in part',
    matches: (_kind, _version, { what, field }) =>
      (what === 'missed' || what === 'field missing') && CEL_FIELDS.test(field),
  },
  {
    what: 'Negative `metadata.generation`',
    cause: 'kinds whose strategy does not set it on create validate it; nobody writes it',
    matches: (_kind, _version, { field }) => field === 'metadata.generation',
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
