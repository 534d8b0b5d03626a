import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_DOCUMENTS } from './hostile-yaml';
import { readLikeGo } from './read-like-go';
import { isSameVerdict, unpackVerdicts } from './verdicts';

// Written by `npm run test:yaml-read-go -- --write`, from what sigs.k8s.io/yaml answers.
const verdicts = unpackVerdicts(readFileSync(join(__dirname, 'fixtures/go-verdicts.txt'), 'utf8'));

describe('hostile documents', () => {
  test('have a verdict each', () => {
    expect(verdicts).toHaveLength(HOSTILE_DOCUMENTS.length);
    expect(verdicts.length).toBeGreaterThan(8000);
    const broken = verdicts.filter((verdict) => verdict.broken).length / verdicts.length;
    expect(broken).toBeGreaterThan(0.2);
    expect(broken).toBeLessThan(0.7);
  });

  test("read as Go's reader reads them", () => {
    const different = HOSTILE_DOCUMENTS.flatMap((document, index) => {
      const go = verdicts[index] ?? {};
      const ours = readLikeGo(document.endsWith('\n') ? document : `${document}\n`);
      return isSameVerdict(go, ours) ? [] : [{ document, go, ours }];
    });
    expect(different).toEqual([]);
  });
});
