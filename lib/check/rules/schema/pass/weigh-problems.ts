import { pointersUpwards } from '../../../../model/json-pointer';
import { type JsonObject } from '../../../../model/json-value';
import { type KubernetesVersion } from '../../../../model/kubernetes-version';
import { type SchemaProblem, type SchemaProblemKind } from '../../../schema/schema-problem';
import { validateObject } from '../../../semantics/validate-object';
import { VALIDATORS } from '../../../semantics/validators';

/** What the server's decoder does not look at: its OpenAPI document says it, and its validation enforces it, or not. */
const OF_THE_DOCUMENT: ReadonlySet<SchemaProblemKind> = new Set<SchemaProblemKind>([
  'missing-field',
  'unlisted-value',
]);

/**
 * Where the API server's validation of a kind is known, it decides: what it would not refuse of fields that are
 * missing and values that are not listed becomes a warning. It does without pod templates of StatefulSets before 1.34,
 * without what a feature that is off would read, and without all that comes after its first objection.
 */
export function weighProblems(
  problems: readonly SchemaProblem[],
  object: JsonObject,
  version: KubernetesVersion,
): readonly SchemaProblem[] {
  if (!problems.some(({ kind }) => OF_THE_DOCUMENT.has(kind)) || !isValidated(object)) return problems;
  // By look-up, since an object may have as many problems as errors.
  const refused = new Set(validateObject(object, version).flatMap(({ pointer }) => pointersUpwards(pointer)));
  return problems.map((problem) => {
    const { kind, pointer, notes } = problem;
    if (!OF_THE_DOCUMENT.has(kind) || refused.has(pointer)) return problem;
    return { ...problem, severity: 'warning', notes: [...notes, TAKEN] };
  });
}

const TAKEN =
  'its API documentation asks for this; the API server does not refuse the object for it, as it stands';

function isValidated({ apiVersion, kind }: JsonObject): boolean {
  return (
    typeof apiVersion === 'string' && typeof kind === 'string' && VALIDATORS.has(`${apiVersion} ${kind}`)
  );
}
