import { type CelEnvironment } from './cel-environment';
import { type CelNode } from './cel-node';
import { type CelType } from './cel-type';

/** What is known where an expression stands. */
export interface CelScope {
  readonly environment: CelEnvironment;
  /** Variables of the macros around it. */
  readonly locals: ReadonlyMap<string, CelType>;
  /** Within the arguments of `format()`, which takes values of all types. */
  readonly isFormatted?: boolean;
  /** The type of an expression in a scope; throws CelError at the first thing that is wrong. */
  readonly typeOf: (node: CelNode, scope: CelScope) => CelType;
}
