import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CAPACITY_PAGE, capacityPage } from './docs/capacity-page';

/** Writes docs/capacity.md. */
async function main(root: string): Promise<void> {
  writeFileSync(join(root, CAPACITY_PAGE), await capacityPage(root));
}

void main(resolve(__dirname, '../..'));
