import { checkWith } from '../../lib/check/check-with';
import { RULES } from '../../lib/check/rules/index.gen';
import { validateObject } from '../../lib/check/semantics/validate-object';
import { ToolCode } from '../../lib/diagnostics/tool-codes';
import { parseKubernetesVersion } from '../../lib/model/kubernetes-version';
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
  const target = parseKubernetesVersion(version);
  const errors = checkWith(HELD, new ObjectSet([{ object }]), { target }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length === 0) return [];
  // A finding's place is exact, the server's is not always, and what the schema says of a field stands for all that the
  // server says of what would be in it: what it calls these places stands in the errors that the finding is made of.
  const all = errors.some(isBroken) ? [] : validateObject(object, target);
  return errors.map(({ code, path = '', title }) => {
    const below = code.startsWith('K1') ? `${path}/` : undefined;
    const named = all
      .filter(({ pointer }) => pointer === path || (below !== undefined && pointer.startsWith(below)))
      .map(({ field }) => field);
    return { code, title, fields: named.length > 0 && !UNKNOWN_FIELD.has(code) ? named : [stepsOf(path)] };
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
