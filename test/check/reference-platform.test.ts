import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { check } from '../../lib/check/check';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { ObjectSet } from '../../lib/model/object-set';
import config from '../../kubewright.config';

const DIST = resolve(__dirname, '../../dist');

test('nothing is found in the reference platform', () => {
  const inputs = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => exampleObjects(readFileSync(join(DIST, file), 'utf8'), file));
  expect(inputs.length).toBeGreaterThan(100);
  expect(check(new ObjectSet(inputs), config).map(({ code, title }) => `${code} ${title}`)).toEqual([]);
});
