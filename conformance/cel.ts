/** Asks judges what they take for an expression, for test/check/cel/expressions.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startJudge } from './judge';

const file = join(__dirname, '../test/check/cel/expressions.json');

/** Expressions, each with the versions that take it. */
type Expressions = Record<string, string[]>;

/** Asks each version for every expression of the record, and writes down which take it. Resolves to their number. */
export async function recordExpressions(versions: readonly string[]): Promise<number> {
  const expressions = JSON.parse(readFileSync(file, 'utf8')) as Expressions;
  for (const version of versions) {
    const judge = await startJudge({ version });
    try {
      for (const [expression, taken] of Object.entries(expressions)) {
        const { accepted } = await judge.create(webhookWith(expression), { dryRun: true });
        const others = taken.filter((each) => each !== version);
        expressions[expression] = (accepted ? [...others, version] : others).sort();
      }
    } finally {
      await judge.stop();
    }
  }
  writeFileSync(file, `${JSON.stringify(expressions, undefined, 2)}\n`);
  return Object.keys(expressions).length;
}

/** A condition of a webhook is what takes expressions in all versions. */
const webhookWith = (expression: string) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'expression' },
  webhooks: [
    {
      name: 'expression.example.com',
      admissionReviewVersions: ['v1'],
      sideEffects: 'None',
      clientConfig: { url: 'https://example.com' },
      matchConditions: [{ name: 'expression', expression }],
    },
  ],
});
