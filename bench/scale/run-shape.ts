import { checkWith } from '../../lib/check/check-with';
import { type RuleContext } from '../../lib/check/rule-context';
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { renderText } from '../../lib/diagnostics/text/render-text';
import { ObjectSet } from '../../lib/model/object-set';
import { readManifests } from '../../lib/read/read-manifests';
import { type Shape } from './manifests';

/** Milliseconds of one check. */
export interface ShapeRun {
  /** `read`, `index`, each rule by its code, `sort`, `report`. */
  readonly parts: ReadonlyMap<string, number>;
  /** Of the processor, for all. */
  readonly total: number;
  readonly findings: number;
}

const FILE = 'bench.yaml';
const OPT_IN = Object.fromEntries(
  RULES.filter(({ isOptIn }) => isOptIn === true).map(({ code, severity }) => [code, severity]),
);

/**
 * Reads, checks and reports a shape as `kubewright check` does a file, and says what took how long.
 *
 * @param isAll Whether rules run that nobody has to hold to.
 */
export function runShape(shape: Shape, size: number, isAll: boolean): ShapeRun {
  const text = shape
    .objects(size)
    .map((object) => JSON.stringify(object))
    .join('\n---\n');
  const parts = new Map<string, number>();
  const add = (part: string, since: number): void => {
    parts.set(part, (parts.get(part) ?? 0) + clock() - since);
  };
  const before = process.cpuUsage();
  const start = clock();
  const { objects } = readManifests(text, FILE);
  add('read', start);
  const indexing = clock();
  const set = new ObjectSet(objects);
  add('index', indexing);
  const checking = clock();
  const diagnostics = checkWith(
    RULES.map((rule) => timed(rule, add)),
    set,
    { severities: isAll ? OPT_IN : {} },
  );
  const checked = clock() - checking;
  const ofRules = [...parts].filter(([part]) => /^K\d/.test(part)).reduce((sum, [, ms]) => sum + ms, 0);
  parts.set('sort', checked - ofRules);
  const reporting = clock();
  renderText({ diagnostics, objects: objects.length }, { readSource: () => text, width: 100 });
  add('report', reporting);
  const { user, system } = process.cpuUsage(before);
  return { parts, total: (user + system) / 1000, findings: diagnostics.length };
}

/** The same rule, with what it took told: what it reports is part of that, and what it is the first to analyse. */
function timed(rule: Rule, add: (part: string, since: number) => void): Rule {
  if ('checkSet' in rule) {
    const checkSet = (context: RuleContext): void => {
      const since = clock();
      rule.checkSet(context);
      add(rule.code, since);
    };
    return { ...facts(rule), checkSet };
  }
  const check: typeof rule.check = (entry, context) => {
    const since = clock();
    rule.check(entry, context);
    add(rule.code, since);
  };
  return { ...facts(rule), check };
}

/** Without a look at what only loading the rule's file would tell. */
function facts({ code, name, group, severity, isOptIn, kinds }: Rule): Omit<Rule, 'check' | 'checkSet'> {
  return {
    code,
    name,
    group,
    severity,
    kinds,
    ...(isOptIn && { isOptIn }),
    reads: [],
    summary: '',
    explanation: '',
    bad: [],
    good: [],
  };
}

function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
