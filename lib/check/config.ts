import { type Severity } from '../diagnostics/diagnostic';
import { type KubernetesVersion } from '../model/kubernetes-version';
import { type External } from './external/external';
import { type Rule } from './rule';

/** What becomes of the findings of a rule. */
export type SeveritySetting = Severity | 'off';

/** Severities by the codes of rules. */
export type Severities = Readonly<Record<string, SeveritySetting>>;

/** Settings for some files only. */
export interface PathSettings {
  /**
   * Patterns of the files where findings stand, relative to the project: `charts/legacy/**`, `*.yaml`. `*`
   * and `?` stand for what is no slash, `**` for folders, `{a,b}` for either.
   */
  readonly files: string | readonly string[];
  readonly severities: Severities;
}

/** How a project is checked. */
export interface KubewrightConfig {
  /** The Kubernetes version that the objects are meant for; the oldest that upstream supports when left out. */
  readonly target?: KubernetesVersion;
  /** Severities other than the rules' own; `off` switches a rule off, and a severity switches on one that is opt-in. */
  readonly severities?: Severities;
  /** Rules of one's own, beside those of this library. */
  readonly rules?: readonly Rule[];
  /** What exists though nothing in the set makes it. */
  readonly external?: External;
  /** Severities for some files, which go before `severities`; of several that match, the last counts. */
  readonly paths?: readonly PathSettings[];
}
