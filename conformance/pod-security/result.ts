/** What a trial came to: lines to print, and verdicts that are not upstream's. */
export interface TrialResult {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}
