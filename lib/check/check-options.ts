import { type Allowance } from '../model/allowance';
import { type ExistingObject } from '../model/existing-object';
import { type ObjectSet } from '../model/object-set';
import { type KubewrightConfig } from './config';

/** The configuration of a project, and what its code allowed. */
export interface CheckOptions extends KubewrightConfig {
  /** Each `allow(scope, code, reason)` of the construct tree that the objects come from. */
  readonly allowances?: readonly Allowance[];
  /** What the construct tree takes as existing: `AppSecret.existing` and its like. References to it are not missing. */
  readonly existing?: readonly ExistingObject[];
  /**
   * What is there already: the objects as they were committed or rendered last, for the rules about changes. All of
   * them, or at least those that differ or are gone. Without it those rules are silent.
   */
  readonly baseline?: ObjectSet;
}
