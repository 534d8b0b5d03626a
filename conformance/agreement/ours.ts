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
  // A finding's place is exact, the server's is not always: what it calls the place stands in the error.
  const named = new Map<string, string[]>();
  for (const { pointer, field } of validateObject(object, target)) {
    named.set(pointer, [...(named.get(pointer) ?? []), field]);
  }
  return errors.map(({ code, path = '', title }) => ({
    code,
    title,
    fields: (code.startsWith('K1') ? undefined : named.get(path)) ?? [
      path.slice(1).split('/').map(unescape).map(asStep).join(''),
    ],
  }));
}

const unescape = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** Any notation that {@link fieldSteps} reads. */
const asStep = (token: string): string => `[${token}]`;

/** Whether a rule broke, rather than found something. */
export const isBroken = ({ code }: OurFinding): boolean => code === ToolCode.RULE_THREW;

/** Whether the strict decoder says the same: a field that there is not, or not yet, or twice. */
export const isUnknownField = ({ code }: OurFinding): boolean =>
  code === 'K101' || code === 'K109' || code === 'K112';
