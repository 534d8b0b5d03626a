import { type Diagnostic, type DiagnosticSpan, isFileSpan, type Severity } from '../diagnostics/diagnostic';
import { suggest } from '../diagnostics/suggest';
import { TOOL_FINDINGS } from '../diagnostics/tool-findings';
import { type PathSettings, type Severities, type SeveritySetting } from './config';
import { globMatcher } from './glob';
import { type RuleFacts } from './rule';

const SETTINGS: readonly string[] = ['off', 'error', 'warning', 'info'] satisfies SeveritySetting[];

/** A rule, as far as settings know it. */
type Named = Pick<RuleFacts, 'code' | 'name' | 'isOptIn'>;

/** What the user made of the severities of rules. */
export class SeveritySettings {
  private readonly paths: readonly {
    readonly matches: (file: string) => boolean;
    readonly severities: Severities;
  }[];

  /** The codes of rules that are off until somebody switches them on. */
  private readonly optIn: ReadonlySet<string>;

  /**
   * @param rules The rules that there are; what no rule finds is known.
   * @throws RangeError for a code that no rule has, or a severity that is none
   * @throws SyntaxError for a pattern with braces that do not close
   */
  constructor(
    private readonly severities: Severities,
    paths: readonly PathSettings[],
    rules: readonly Named[],
  ) {
    this.optIn = new Set(rules.filter(({ isOptIn }) => isOptIn === true).map(({ code }) => code));
    const names = new Map([...rules, ...TOOL_FINDINGS].map(({ code, name }) => [code, name]));
    validate(severities, 'severities', names);
    this.paths = paths.map(({ files, severities: some }, index) => {
      validate(some, `paths[${index}].severities`, names);
      const matchers = [files].flat().map(globMatcher);
      return { matches: (file) => matchers.some((matches) => matches(file)), severities: some };
    });
  }

  /** Whether a rule is switched off everywhere. */
  isOff(code: string): boolean {
    return (
      (setting(this.severities, code) ?? (this.optIn.has(code) ? 'off' : undefined)) === 'off' &&
      this.paths.every(({ severities }) => (setting(severities, code) ?? 'off') === 'off')
    );
  }

  /** The findings that are left, each with the severity that is set for where it stands. */
  apply(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    return diagnostics.flatMap((diagnostic) => {
      const severity = this.resolve(diagnostic.code, diagnostic.severity, diagnostic.spans[0]);
      if (severity === 'off') return [];
      return severity === diagnostic.severity ? diagnostic : { ...diagnostic, severity };
    });
  }

  /** What becomes of a finding that stands there. */
  private resolve(code: string, own: Severity, place: DiagnosticSpan | undefined): SeveritySetting {
    const file = place !== undefined && isFileSpan(place) ? place.file : undefined;
    const forPath =
      file === undefined
        ? undefined
        : this.paths.findLast(
            ({ matches, severities }) => setting(severities, code) !== undefined && matches(file),
          );
    return (
      setting(forPath?.severities ?? {}, code) ??
      setting(this.severities, code) ??
      (this.optIn.has(code) ? 'off' : own)
    );
  }
}

function unknownCode(code: string, names: ReadonlyMap<string, string>): string {
  const named = [...names].find(([, name]) => name === code.toLowerCase());
  if (named !== undefined)
    return `${JSON.stringify(code)} is the name of a rule; write its code, ${named[0]}`;
  const upper = code.toUpperCase();
  const near = names.has(upper) ? [upper] : suggest(code, names.keys());
  const byName = near.length > 0 ? [] : suggest(code, names.values());
  const codes = [...names]
    .filter(([, name]) => byName.includes(name))
    .map(([each, name]) => `${each} (${name})`);
  const help = [...near, ...codes];
  return `there is no rule ${JSON.stringify(code)}${help.length === 0 ? '; `kubewright explain` lists all codes' : `; did you mean ${help.join(' or ')}?`}`;
}

function setting(severities: Severities, code: string): SeveritySetting | undefined {
  return Object.hasOwn(severities, code) ? severities[code] : undefined;
}

function validate(severities: Severities, property: string, names: ReadonlyMap<string, string>): void {
  for (const [code, severity] of Object.entries(severities)) {
    if (!names.has(code)) throw new RangeError(`${property}: ${unknownCode(code, names)}`);
    if (!SETTINGS.includes(severity)) {
      throw new RangeError(
        `${property}.${code}: ${JSON.stringify(severity)} is none of ${SETTINGS.join(', ')}`,
      );
    }
    const tool = TOOL_FINDINGS.find((each) => each.code === code);
    if (tool?.settings === 'but-off' && severity === 'off') {
      throw new RangeError(
        `${property}.${code}: a rule that failed cannot go unreported; switch that rule off instead`,
      );
    }
    if (tool?.settings === 'none' && severity !== tool.severity) {
      throw new RangeError(
        `${property}.${code} (${tool.name}) is always an ${tool.severity}: what cannot be read is not checked; ` +
          'leave the file out of what is checked',
      );
    }
  }
}
