import { type Allowance } from '../model/allowance';
import { type ObjectSet } from '../model/object-set';
import { type KubewrightConfig } from './config';

/** The configuration of a project, and what its code allowed. */
export interface CheckOptions extends KubewrightConfig {
  /** Each `allow(scope, code, reason)` of the construct tree that the objects come from. */
  readonly allowances?: readonly Allowance[];
  /**
   * What is there already: the objects as they were committed or rendered last, for the rules about changes. All of
   * them, or at least those that differ or are gone. Without it those rules are silent.
   */
  readonly baseline?: ObjectSet;
}
