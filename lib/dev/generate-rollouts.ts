import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rolloutPages } from './docs/rollout-pages';

/** Writes docs/rollouts/. */
async function main(root: string): Promise<void> {
  for (const [path, text] of await rolloutPages(root)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

void main(resolve(__dirname, '../..'));
