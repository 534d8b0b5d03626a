import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generatePages } from './docs/pages';
import { DOCS_FOLDER } from './docs/site';

/** Writes the generated pages of docs/patterns, and deletes those of what is no more. */
function main(root: string): void {
  const pages = generatePages(root);
  for (const [page, text] of pages) {
    mkdirSync(dirname(join(root, page)), { recursive: true });
    writeFileSync(join(root, page), text);
  }
  for (const name of readdirSync(join(root, DOCS_FOLDER), { recursive: true, encoding: 'utf8' })) {
    const page = `${DOCS_FOLDER}/${name.replaceAll('\\', '/')}`;
    if (!page.endsWith('.md') || pages.has(page)) continue;
    if (readFileSync(join(root, page), 'utf8').startsWith('<!-- Generated from ')) rmSync(join(root, page));
  }
}

main(resolve(__dirname, '../..'));
