import { type Control } from '../../lib/check/pod-security/control';
import { CONTROLS } from '../../lib/check/pod-security/controls';
import { evaluatePod } from '../../lib/check/pod-security/evaluate-pod';
import { refusalsInWords } from '../../lib/check/pod-security/refusal-in-words';
import { storedTemplate } from '../../lib/check/pod-security/stored-pod';
import { CHECKED_LEVELS, POLICY_MINORS } from '../../test/check/pod-security/policy-verdicts';
import { type Evaluator } from './evaluator';
import { type Fixture, isNamedFor } from './fixtures';
import { type TrialResult } from './result';

const TARGET = '1.36';
const OUTCOMES = ['pass', 'fail'] as const;

/**
 * Holds us against the fixtures, and against what upstream's evaluator says of them: one that passes is refused by
 * nothing, one that fails by the control that it is named for, in the same words.
 */
export function tryFixtures(evaluator: Evaluator, fixtures: readonly Fixture[]): TrialResult {
  const counts = new Counts();
  const faults: string[] = [];
  const met = new Set<Control>();
  // Fixtures are written for a server, which fills in what they leave out.
  const pods = fixtures.map(({ pod }) => storedTemplate(pod, TARGET));
  const answers = evaluator.ask(pods);
  for (const [index, { level, minor, outcome, name, pod }] of fixtures.entries()) {
    const refusals = evaluatePod(level, minor, TARGET, pods[index] ?? pod);
    const ours = refusalsInWords(refusals);
    const theirs = answers[index]?.[`${level}:v1.${minor}`];
    const named = refusals.filter(({ control }) => isNamedFor(name, control));
    const others = refusals.filter(({ control }) => !isNamedFor(name, control));
    for (const { control } of named) met.add(control);
    const isAsNamed = outcome === 'pass' ? refusals.length === 0 : named.length === 1;
    const agrees = isAsNamed && ours === theirs;
    if (!agrees)
      faults.push(`${level}/v1.${minor}/${outcome}/${name}: ours "${ours}", upstream's "${theirs}"`);
    counts.add(`${level} v1.${minor} ${outcome}`, agrees);
    counts.add(`${level} ${outcome}`, agrees);
    if (outcome === 'fail' && others.length > 0) {
      const besides = others.map(({ control }) => control.id).join(', ');
      counts.add(`besides ${named[0]?.control.id ?? name}: ${besides}`, agrees);
    }
  }
  const row = (title: string, key: string): string =>
    columns(
      title,
      CHECKED_LEVELS.flatMap((level) => OUTCOMES.map((outcome) => counts.show(`${level}${key} ${outcome}`))),
    );
  const unmet = CONTROLS.filter((control) => !met.has(control));
  return {
    lines: [
      `fixtures that agree, of ${fixtures.length}`,
      columns(
        'version',
        CHECKED_LEVELS.flatMap((level) => OUTCOMES.map((outcome) => `${level} ${outcome}`)),
      ),
      ...POLICY_MINORS.filter((minor) => counts.has(`baseline v1.${minor} pass`)).map((minor) =>
        row(`v1.${minor}`, ` v1.${minor}`),
      ),
      row('all', ''),
      'refused by a second control too, with upstream as with us',
      ...counts.keys('besides ').map((key) => `  ${counts.show(key)}  ${key.slice('besides '.length)}`),
    ],
    faults: [...faults, ...unmet.map(({ id }) => `no fixture is refused by ${id}`)],
  };
}

/** How many verdicts there are by a key, and how many of them agree. */
class Counts {
  private readonly counts = new Map<string, { readonly all: number; readonly agreed: number }>();

  add(key: string, agrees: boolean): void {
    const { all, agreed } = this.counts.get(key) ?? { all: 0, agreed: 0 };
    this.counts.set(key, { all: all + 1, agreed: agreed + (agrees ? 1 : 0) });
  }

  has(key: string): boolean {
    return this.counts.has(key);
  }

  keys(prefix: string): readonly string[] {
    return [...this.counts.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  show(key: string): string {
    const { all, agreed } = this.counts.get(key) ?? { all: 0, agreed: 0 };
    return `${agreed}/${all}`;
  }
}

function columns(title: string, cells: readonly string[]): string {
  return title.padEnd(8) + cells.map((cell) => cell.padStart(16)).join('');
}
