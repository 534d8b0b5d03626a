import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { type Rule } from '../check/rule';
import { emitRuleIndex } from './rules/emit-rule-index';
import { RULES_FOLDER, ruleFiles } from './rules/rule-files';
import { PAGES_FOLDER, rulePage, rulesPage } from './rules/rule-page';

/**
 * Writes the index of rules and their pages, from the files of rules:
 *
 *     npm run generate:rules
 */
const ROOT = resolve(__dirname, '../..');

function main(): void {
  const rules = ruleFiles(ROOT).map((file) => {
    const { default: rule } = module.require(join(ROOT, RULES_FOLDER, file)) as { readonly default: Rule };
    return rule;
  });
  writeFileSync(join(ROOT, RULES_FOLDER, 'index.gen.ts'), emitRuleIndex(rules));

  const pages = join(ROOT, PAGES_FOLDER);
  mkdirSync(pages, { recursive: true });
  for (const page of readdirSync(pages)) rmSync(join(pages, page));
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const rule of sorted) writeFileSync(join(pages, `${rule.code}.md`), rulePage(rule));
  writeFileSync(join(pages, 'README.md'), rulesPage(sorted));
}

main();
