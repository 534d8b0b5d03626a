import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolloutPages } from '../../lib/dev/docs/rollout-pages';

const ROOT = resolve(__dirname, '../..');

test('docs/rollouts shows what dist/ holds: run `npm run generate:rollouts`', async () => {
  for (const [path, text] of await rolloutPages(ROOT)) {
    expect({ path, text: readFileSync(join(ROOT, path), 'utf8') }).toEqual({ path, text });
  }
});
