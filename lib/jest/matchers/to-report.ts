import { type KubewrightConfig } from '../../check/config';
import { checkSource } from '../check-source';
import { describeSource } from '../manifests-of';
import { showFinding } from '../show-finding';

/** `expect(chart).toReport('K301')`: the checks find this, of whatever severity. */
export function toReport(
  this: unknown,
  received: unknown,
  code: string,
  config?: KubewrightConfig,
): { readonly pass: boolean; readonly message: () => string } {
  const found = checkSource(received, config);
  const matching = found.filter((diagnostic) => diagnostic.code === code);
  const source = describeSource(received);
  return {
    pass: matching.length > 0,
    message: () => {
      if (matching.length > 0)
        return [`expected no ${code} in ${source}, but found`, '', ...matching.map(showFinding)].join('\n');
      if (found.length === 0) return `expected ${code} in ${source}, but the checks found nothing`;
      return [`expected ${code} in ${source}, but the checks found only`, '', ...found.map(showFinding)].join(
        '\n',
      );
    },
  };
}
