import { type DiagnosticSpan, isFileSpan, type Severity } from '../diagnostics/diagnostic';
import { suggest } from '../diagnostics/suggest';
import { ToolCode } from '../diagnostics/tool-codes';
import { type PathSettings, type Severities, type SeveritySetting } from './config';
import { globMatcher } from './glob';

const SETTINGS: readonly string[] = ['off', 'error', 'warning', 'info'] satisfies SeveritySetting[];

/** What the user made of the severities of rules. */
export class SeveritySettings {
  private readonly paths: readonly {
    readonly matches: (file: string) => boolean;
    readonly severities: Severities;
  }[];

  /**
   * @param codes The codes that there are.
   * @throws RangeError for a code that no rule has, or a severity that is none
   * @throws SyntaxError for a pattern with braces that do not close
   */
  constructor(
    private readonly severities: Severities,
    paths: readonly PathSettings[],
    codes: ReadonlySet<string>,
  ) {
    validate(severities, 'severities', codes);
    this.paths = paths.map(({ files, severities: some }, index) => {
      validate(some, `paths[${index}].severities`, codes);
      const matchers = [files].flat().map(globMatcher);
      return { matches: (file) => matchers.some((matches) => matches(file)), severities: some };
    });
  }

  /** Whether a rule is switched off everywhere. */
  isOff(code: string): boolean {
    return (
      setting(this.severities, code) === 'off' &&
      this.paths.every(({ severities }) => (setting(severities, code) ?? 'off') === 'off')
    );
  }

  /** What becomes of a finding that stands there. */
  resolve(code: string, own: Severity, place: DiagnosticSpan | undefined): SeveritySetting {
    const file = place !== undefined && isFileSpan(place) ? place.file : undefined;
    const forPath =
      file === undefined
        ? undefined
        : this.paths.findLast(
            ({ matches, severities }) => setting(severities, code) !== undefined && matches(file),
          );
    return setting(forPath?.severities ?? {}, code) ?? setting(this.severities, code) ?? own;
  }
}

function setting(severities: Severities, code: string): SeveritySetting | undefined {
  return Object.hasOwn(severities, code) ? severities[code] : undefined;
}

function validate(severities: Severities, property: string, codes: ReadonlySet<string>): void {
  for (const [code, severity] of Object.entries(severities)) {
    if (!codes.has(code)) {
      const near = suggest(code, codes);
      const help = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`;
      throw new RangeError(`${property}: there is no rule ${JSON.stringify(code)}${help}`);
    }
    if (!SETTINGS.includes(severity)) {
      throw new RangeError(
        `${property}.${code}: ${JSON.stringify(severity)} is none of ${SETTINGS.join(', ')}`,
      );
    }
    if (code === ToolCode.RULE_THREW && severity === 'off') {
      throw new RangeError(
        `${property}.${code}: a rule that failed cannot go unreported; switch that rule off instead`,
      );
    }
  }
}
