import { type Diagnostic } from '../diagnostics/diagnostic';
import { type ObjectSet } from '../model/object-set';
import { type CheckOptions } from './check-options';
import { checkWith } from './check-with';
import { type Rule } from './rule';
import { RULES } from './rules/index.gen';
import { tellCopiesOnce } from './tell-copies-once';

/** Codes of this library. */
const OWN_CODE = /^K[0-9]{3}$/;

/**
 * Checks a set of objects as a whole, by the rules of this library and those of `options.rules`.
 *
 * A rule that throws becomes a finding (K001), and an allowance that silences nothing too (K002). Time goes with
 * the number of objects. The same set gives the same findings in the same order. What is found alike of several copies of one object
 * is one finding.
 *
 * @returns What was found, by file, line and code; nothing when all is well.
 * @throws TypeError when a rule has the code of another, or a code that is kept for this library; when `external.nodes` are
 * none, or a path
 * @throws RangeError when `severities` names a code that no rule has or a severity that is none, or `target` is no
 * version known here
 * @throws SyntaxError when a pattern of `paths` has braces that do not close
 *
 * @example
 * ```ts
 * import { check, ObjectSet } from 'kubewright/check';
 *
 * const service = {
 *   apiVersion: 'v1',
 *   kind: 'Service',
 *   metadata: { name: 'cart', namespace: 'shop' },
 *   spec: { selector: { app: 'cart' }, ports: [{ port: 80 }] },
 * };
 * const findings = check(new ObjectSet([{ object: service }]), { target: '1.35' });
 * findings[0]?.title; // 'Service `shop/cart` selects no pod'
 * ```
 */
export function check(set: ObjectSet, options: CheckOptions = {}): readonly Diagnostic[] {
  return tellCopiesOnce(checkWith(withOwnRules(options.rules ?? []), set, options), set);
}

function withOwnRules(own: readonly Rule[]): readonly Rule[] {
  const known = new Map(RULES.map((rule) => [rule.code, rule]));
  for (const rule of own) {
    const { code, name } = rule;
    const other = known.get(code);
    if (other === rule) throw new TypeError(`rules: ${code} (${name}) is there twice`);
    if (other !== undefined)
      throw new TypeError(`rules: ${name} and ${other.name} have the same code, ${code}`);
    if (OWN_CODE.test(code)) {
      throw new TypeError(`rules: ${name} has the code ${code}; K and three digits are kept for kubewright`);
    }
    known.set(code, rule);
  }
  return [...known.values()];
}
