import { type KubewrightConfig } from '../../check/config';
import { checkSource } from '../check-source';
import { describeSource } from '../manifests-of';
import { showFinding } from '../show-finding';

/**
 * `expect(chart).toPassChecks()`: the checks find no error in it. Warnings do not count, unless the configuration
 * makes errors of them.
 */
export function toPassChecks(
  this: unknown,
  received: unknown,
  config?: KubewrightConfig,
): { readonly pass: boolean; readonly message: () => string } {
  const errors = checkSource(received, config).filter(({ severity }) => severity === 'error');
  const source = describeSource(received);
  return {
    pass: errors.length === 0,
    message: () =>
      errors.length === 0
        ? `expected the checks to find an error in ${source}`
        : [`expected ${source} to pass all checks, but they found`, '', ...errors.map(showFinding)].join(
            '\n',
          ),
  };
}
