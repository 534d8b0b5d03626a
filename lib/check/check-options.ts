import { type Allowance } from '../model/allowance';
import { type KubewrightConfig } from './config';

/** The configuration of a project, and what its code allowed. */
export interface CheckOptions extends KubewrightConfig {
  /** Each `allow(scope, code, reason)` of the construct tree that the objects come from. */
  readonly allowances?: readonly Allowance[];
}
