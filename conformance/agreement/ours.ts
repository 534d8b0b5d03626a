import { checkWith } from '../../lib/check/check-with';
import { RULES } from '../../lib/check/rules/index.gen';
import { validateObject } from '../../lib/check/semantics/validate-object';
import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { ToolCode } from '../../lib/diagnostics/tool-codes';
import { groupBy } from '../../lib/model/group-by';
import { type KubernetesVersion, parseKubernetesVersion } from '../../lib/model/kubernetes-version';
import { ObjectSet } from '../../lib/model/object-set';
import { type JsonMap } from './dice';

/** What we say is wrong with an object. */
export interface OurFinding {
  readonly code: string;
  /** The fields, as the server names them; one as a rule. */
  readonly fields: readonly string[];
  readonly title: string;
}

/** The rules that say what the server itself refuses of one object. */
const HELD = RULES.filter(({ group }) => group === 'schema' || group === 'semantics');

/** The findings of error severity of those rules, for one target. */
export function ourFindings(object: JsonMap, version: string): readonly OurFinding[] {
  return findingsOfEach([object], version)[0] ?? [];
}

/** The same for many objects that have nothing to do with one another, at once: that is faster. */
export function findingsOfEach(
  objects: readonly JsonMap[],
  version: string,
): readonly (readonly OurFinding[])[] {
  const target = parseKubernetesVersion(version);
  const set = new ObjectSet(objects.map((object, index) => ({ object, path: String(index) })));
  const errors = checkWith(HELD, set, { target }).filter(({ severity }) => severity === 'error');
  // What breaks a rule is told once for all objects.
  if (objects.length > 1 && errors.some(isBroken))
    return objects.map((object) => ourFindings(object, version));
  const byPath = groupBy(errors, ({ spans: [span] }) =>
    span !== undefined && 'construct' in span ? span.construct : '0',
  );
  return objects.map((object, index) => named(object, byPath.get(String(index)) ?? [], target));
}

/**
 * A finding's place is exact, the server's is not always, and what the schema says of a field stands for all that the
 * server says of what would be in it: what it calls these places stands in the errors that the finding is made of.
 */
function named(
  object: JsonMap,
  errors: readonly Diagnostic[],
  target: KubernetesVersion,
): readonly OurFinding[] {
  const all = errors.length === 0 || errors.some(isBroken) ? [] : validateObject(object, target);
  return errors.map(({ code, path = '', title }) => {
    const below = code.startsWith('K1') ? `${path}/` : undefined;
    const fields = all
      .filter(({ pointer }) => pointer === path || (below !== undefined && pointer.startsWith(below)))
      .map(({ field }) => field);
    return { code, title, fields: fields.length > 0 && !UNKNOWN_FIELD.has(code) ? fields : [stepsOf(path)] };
  });
}

/** A JSON pointer in a notation that `fieldSteps` reads. */
const stepsOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => `[${token.replaceAll('~1', '/').replaceAll('~0', '~')}]`)
    .join('');

/** What the strict decoder says too: a field that there is not, or not yet, or twice. */
const UNKNOWN_FIELD: ReadonlySet<string> = new Set(['K101', 'K109', 'K112']);

/** Whether a rule broke, rather than found something. */
export const isBroken = ({ code }: { readonly code: string }): boolean => code === ToolCode.RULE_THREW;

/** Whether the strict decoder says the same. */
export const isUnknownField = ({ code }: OurFinding): boolean => UNKNOWN_FIELD.has(code);
