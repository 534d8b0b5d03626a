import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { CONTROLS } from '../../lib/check/pod-security/controls';
import { evaluatePod } from '../../lib/check/pod-security/evaluate-pod';
import { DEFAULT_KUBERNETES_VERSION } from '../../lib/model/kubernetes-version';
import { ObjectSet } from '../../lib/model/object-set';
import { objectField } from '../../lib/model/json-object';
import { getByJsonPointer } from '../../lib/model/json-pointer';
import { type JsonObject } from '../../lib/model/json-value';

const PAGE = readFileSync(join(__dirname, '../../docs/pod-security.md'), 'utf8');

/** The cells of the rows that begin with a rule. */
const rows = PAGE.split('\n')
  .filter((line) => line.startsWith('| [K5'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
const version = (minor: number): string => `1.${minor}`;

describe('the table of controls', () => {
  test('has every control, with its level and versions', () => {
    const facts = CONTROLS.map(({ id, level, revisions: [first, ...more], overrides }) => [
      id,
      level,
      version(first?.since ?? -1),
      more.map(({ since }) => version(since)).join(', '),
      overrides ?? '',
    ]);
    expect(rows.map(([, ...cells]) => cells).sort()).toEqual(facts.sort());
  });

  test.each(rows.map(([rule = '', control = '', level = '']) => [rule.slice(1, 5), control, level]))(
    'names the rule of the control: %s, %s',
    (code, control, level) => {
      const rule = RULES.find((each) => each.code === code);
      const ids = new Set(
        rule === undefined ? [] : refusedIn(rule, level === 'baseline' ? level : 'restricted'),
      );
      expect([...ids]).toEqual([control]);
      expect(PAGE).toContain(`[${code}](rules/${code}.md)`);
    },
  );
});

test('the figures of versions add up to those of all', () => {
  const figures = PAGE.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^\d+\/\d+$/.test(cells[3] ?? ''))
    .map(([, title, versions, ...counts]) => ({ title, versions, counts: counts.slice(0, 4).map(parse) }));
  const all = figures.find(({ title }) => title === 'all');
  const rest = figures.filter(({ title }) => title !== 'all');
  const sums = [0, 1, 2, 3].map((column) =>
    rest.reduce((sum, { versions, counts }) => sum + Number(versions) * (counts[column] ?? 0), 0),
  );
  expect(sums).toEqual(all?.counts);
  const total = sums.reduce((sum, count) => sum + count, 0);
  expect(PAGE).toContain(`\n${String(total).replace(/(?=\d{3}$)/, ',')} of `);
});

function parse(cell: string): number {
  const [agreed, files] = cell.split('/').map(Number);
  return agreed !== undefined && agreed === files ? agreed : NaN;
}

/** The controls that refuse the pods of a rule's bad examples. */
function refusedIn(rule: Rule, level: 'baseline' | 'restricted'): readonly string[] {
  return rule.bad.flatMap(({ manifests, target = DEFAULT_KUBERNETES_VERSION }) =>
    new ObjectSet(exampleObjects(manifests, 'example.yaml')).pods().flatMap(({ entry, template }) => {
      const holder = getByJsonPointer(entry.object, template.pointer) as JsonObject;
      const pod = { metadata: objectField(holder, 'metadata') ?? {}, spec: template.spec ?? {} };
      const minor = Number(target.split('.')[1]);
      return evaluatePod(level, minor, target, pod).map(({ control }) => control.id);
    }),
  );
}
