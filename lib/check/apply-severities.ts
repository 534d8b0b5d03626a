import { type Diagnostic } from '../diagnostics/diagnostic';
import { type KubewrightConfig } from './config';
import { RULES } from './rules/index.gen';
import { SeveritySettings } from './severity-settings';

/**
 * Findings of reading files, with the severities that the settings give to their codes.
 *
 * @throws RangeError, SyntaxError as `check`
 */
export function applySeverities(
  diagnostics: readonly Diagnostic[],
  { severities = {}, paths = [], rules = [] }: KubewrightConfig,
): readonly Diagnostic[] {
  const settings = new SeveritySettings(severities, paths, [...RULES, ...rules]);
  return settings.apply(diagnostics);
}
