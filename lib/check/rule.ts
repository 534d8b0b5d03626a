import { type Severity } from '../diagnostics/diagnostic';
import { type ObjectEntry } from '../model/object-entry';
import { type RuleContext } from './rule-context';
import { type RuleExample } from './rule-example';

/** What a rule says of itself. `explain`, its page and the SARIF metadata are made of this. */
export interface RuleFacts {
  /** `K301`, or `ACME-7` for a rule of one's own. Never changes its meaning. */
  readonly code: string;
  /** In kebab case; a rule of this library has the name of its file: `service-selects-no-pod`. */
  readonly name: string;
  /** What it belongs to; for a rule of this library its folder: `references`. */
  readonly group: string;
  /** `error` where it cannot work, `warning` where it is a risk, `info` where it is worth knowing. */
  readonly severity: Severity;
  /**
   * Whether it is off until `severities` of the configuration names it: for what only some projects hold themselves to.
   */
  readonly isOptIn?: true;
  /**
   * The kinds that it is asked about, as `Kind` of the core group or `group/Kind` (no version): `Service`,
   * `apps/Deployment`. `*` stands for every object, broken ones included.
   */
  readonly kinds: readonly string[];
  /** Further kinds that it looks up in the set. */
  readonly reads: readonly string[];
  /** One line that says what it finds: "A Service whose selector matches no pod". */
  readonly summary: string;
  /** Why that is wrong and how to mend it, in Markdown. */
  readonly explanation: string;
  /** Manifests in which exactly this rule finds something. */
  readonly bad: readonly RuleExample[];
  /** The same, mended: no rule finds anything. */
  readonly good: readonly RuleExample[];
}

/** A rule that looks at one object at a time, and at others through the set's indexes. */
export interface ObjectRule extends RuleFacts {
  /** Called once for every object of `kinds`, in the order of the set. */
  check(entry: ObjectEntry, context: RuleContext): void;
}

/** A rule about the set as a whole, such as two objects of one identity. */
export interface SetRule extends RuleFacts {
  /** Called once. Reports every object that it is about; loops over no set inside of another. */
  checkSet(context: RuleContext): void;
}

/** A rule, as `defineRule` makes it. */
export type Rule = ObjectRule | SetRule;
