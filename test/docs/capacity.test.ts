import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CAPACITY_PAGE, capacityPage } from '../../lib/dev/docs/capacity-page';

const ROOT = resolve(__dirname, '../..');

test('docs/capacity.md shows the reference platform as it is', async () => {
  const how = 'run `npm run generate:capacity`';
  const text = readFileSync(join(ROOT, CAPACITY_PAGE), 'utf8');
  expect({ how, text }).toEqual({ how, text: await capacityPage(ROOT) });
});
