import { type IConstruct } from 'constructs';

import { recordAllowance } from './allowances';
import { userSiteOfCall } from './call-site';

/** Enough for a pattern that calls `allow` through several layers of its own. */
const FRAMES = 50;

/** Rule codes: capitals, digits and hyphens, and a number at the end: `K301`, `ACME-7`. */
const CODE = /^[A-Z][A-Z0-9-]*[0-9]$/;

/**
 * Accepts the findings of one rule in a subtree: what the check would report with `code` about an object
 * made at `scope` or below is silenced. An allowance that silences nothing is itself reported.
 *
 * @param scope The construct whose subtree is meant: an object, a pattern, a chart, the app.
 * @param code The code of the rule, as the finding shows it: `'K301'`.
 * @param reason Why it is right here; the next reader of the code wants to know. Not empty.
 * @throws TypeError when `code` is no rule code or `reason` is empty.
 *
 * @example
 * ```ts
 * import { Chart, type App } from 'cdk8s';
 * import { allow } from 'kubewright';
 *
 * export class Queue extends Chart {
 *   constructor(app: App) {
 *     super(app, 'queue');
 *     allow(this, 'K301', 'the operator makes these pods');
 *   }
 * }
 * ```
 */
export function allow(scope: IConstruct, code: string, reason: string): void {
  if (typeof code !== 'string' || !CODE.test(code)) {
    throw new TypeError(
      `allow(${where(scope)}): code ${JSON.stringify(code)} is no rule code; write it as the finding shows it, like 'K301'`,
    );
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new TypeError(
      `allow(${where(scope)}, '${code}'): reason is empty; say why the finding is right to ignore here`,
    );
  }
  recordAllowance(scope, { code, reason, site: userSiteOfCall(allow, FRAMES) });
}

function where(scope: IConstruct): string {
  return scope.node.path === '' ? 'the app' : scope.node.path;
}
