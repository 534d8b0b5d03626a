import { type Diagnostic } from '../diagnostics/diagnostic';
import { sortDiagnostics } from '../diagnostics/sort-diagnostics';
import { unknownAllowance, unusedAllowance } from '../diagnostics/unused-allowance';
import { DEFAULT_KUBERNETES_VERSION, parseKubernetesVersion } from '../model/kubernetes-version';
import { Memo } from '../model/memo';
import { type ObjectEntry } from '../model/object-entry';
import { type ObjectSet } from '../model/object-set';
import { AllowanceIndex } from './allowance-index';
import { checkContext } from './check-context';
import { type CheckOptions } from './check-options';
import { ExternalIndex } from './external/external-index';
import { type Finding } from './finding';
import { loadedRule } from './lazy-rule';
import { objectsConcerned } from './objects-concerned';
import { objectsOfKinds } from './objects-of-kinds';
import { type Rule } from './rule';
import { type RuleContext } from './rule-context';
import { SeveritySettings } from './severity-settings';
import { ThrownLog } from './thrown-log';
import { toDiagnostic } from './to-diagnostic';

/**
 * Runs the given rules, and no others, over a set. `options.rules` is not looked at.
 *
 * @throws RangeError, SyntaxError as `check`
 */
export function checkWith(
  rules: readonly Rule[],
  set: ObjectSet,
  options: CheckOptions,
): readonly Diagnostic[] {
  return Memo.during(() => run(rules, set, options));
}

function run(rules: readonly Rule[], set: ObjectSet, options: CheckOptions): readonly Diagnostic[] {
  const { severities = {}, paths = [], allowances = [], target = DEFAULT_KUBERNETES_VERSION } = options;
  const codes = new Set(rules.map(({ code }) => code));
  const settings = new SeveritySettings(severities, paths, rules);
  const allowed = new AllowanceIndex(allowances);
  const thrown = new ThrownLog();
  const found: Diagnostic[] = [];

  const context = checkContext(
    set,
    parseKubernetesVersion(target),
    new ExternalIndex(options.external, options.existing, set.defaultNamespace),
    options.baseline,
  );
  const objects = objectsByKinds(set);
  for (const rule of rules) {
    const { code } = rule;
    if (settings.isOff(code)) continue;
    const report = (finding: Finding): void => {
      refuseIncomplete(finding);
      if (!allowed.allows(code, finding.object.path)) {
        found.push(toDiagnostic(code, finding.severity ?? rule.severity, finding));
      }
    };
    runRule(rule, { ...context, report }, thrown, objects);
  }

  const unused = allowed
    .unused()
    // What a rule that did not run, or not to its end, would have found is not known.
    .filter(({ code }) => !thrown.has(code) && !(codes.has(code) && settings.isOff(code)))
    .map((allowance) =>
      codes.has(allowance.code) ? unusedAllowance(allowance) : unknownAllowance(allowance, codes),
    );
  return sortDiagnostics(settings.apply([...found, ...thrown.diagnostics(), ...unused]));
}

/** Rules without types may report anything. */
function refuseIncomplete({ title, object }: Partial<Record<keyof Finding, unknown>>): void {
  if (typeof title === 'string' && typeof object === 'object' && object !== null) return;
  throw new TypeError('report() takes at least an object of the set and a title that is text');
}

function runRule(
  rule: Rule,
  context: RuleContext,
  thrown: ThrownLog,
  objects: (kinds: readonly string[]) => readonly ObjectEntry[],
): void {
  if ('checkSet' in rule) {
    const ask: () => unknown = () => rule.checkSet(context);
    try {
      refusePromise(ask());
    } catch (error) {
      thrown.add(rule.code, error);
    }
    return;
  }
  let concerned: readonly ObjectEntry[];
  let asked: { check(entry: ObjectEntry, context: RuleContext): unknown };
  try {
    concerned = objectsConcerned(rule, context, objects(rule.kinds));
    if (concerned.length === 0) return;
    asked = loadedRule(rule);
  } catch (error) {
    thrown.add(rule.code, error);
    return;
  }
  // No iterator: to ask it for the next takes as long as many a rule takes to answer.
  concerned.forEach((entry) => {
    try {
      refusePromise(asked.check(entry, context));
    } catch (error) {
      thrown.add(rule.code, error, entry);
    }
  });
}

/** What a promise comes to is too late to be heard; that it is no rule is told instead. */
function refusePromise(returned: unknown): void {
  // `instanceof` costs more than to see that nothing was returned, as good as always.
  if (returned === undefined || !(returned instanceof Promise)) return;
  returned.catch(() => undefined);
  throw new TypeError('it returned a promise; a rule is done when it returns');
}

/** Many rules are asked about the same kinds. */
function objectsByKinds(set: ObjectSet): (kinds: readonly string[]) => readonly ObjectEntry[] {
  const known = new Map<string, readonly ObjectEntry[]>();
  return (kinds) => {
    const key = kinds.join(' ');
    let entries = known.get(key);
    if (entries === undefined) known.set(key, (entries = objectsOfKinds(set, kinds)));
    return entries;
  };
}
