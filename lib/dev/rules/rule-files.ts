import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where rules are, from the root of the repository. */
export const RULES_FOLDER = 'lib/check/rules';

/**
 * The files of rules, `references/service-selects-no-pod`, sorted: those that lie in the folder of a group. What
 * several rules of a group share lies in folders below.
 */
export function ruleFiles(root: string): readonly string[] {
  const folder = join(root, RULES_FOLDER);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${name}/${file.slice(0, -'.ts'.length)}`),
    )
    .sort();
}
