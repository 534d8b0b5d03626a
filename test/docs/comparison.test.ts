import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RULES } from '../../lib/check/rules/index.gen';

const PAGE = readFileSync(join(resolve(__dirname, '../..'), 'docs/comparison.md'), 'utf8');
const rows = PAGE.split('\n').filter((line) => line.startsWith('| `'));

test('the comparison names rules that there are, and says which are opt-in', () => {
  const rules = new Map(RULES.map((rule) => [rule.code, rule]));
  const named = rows.flatMap((row) => [...row.matchAll(/\[(K\d+)\]\(rules\/(K\d+)\.md\)( \(opt-in\))?/g)]);
  expect(named.length).toBeGreaterThan(100);
  for (const [text, code = '', page, optIn] of named) {
    expect({ text, page }).toEqual({ text, page: code });
    expect({ text, isOptIn: rules.get(code)?.isOptIn === true }).toEqual({
      text,
      isOptIn: optIn !== undefined,
    });
    expect(rules.has(code)).toBe(true);
  }
});

test('every check of another tool has a rule or a reason', () => {
  const silent = rows.filter((row) => !/\| (?:\[K\d+\]|no: \S)/.test(row));
  expect(silent).toEqual([]);
});

test('the counts are those of the tables', () => {
  const sections = PAGE.split('\n## ').slice(1);
  for (const section of sections) {
    const name = /^\S+/.exec(section)?.[0] ?? '';
    const lines = section.split('\n').filter((line) => line.startsWith('| `'));
    const yes = lines.filter((line) => line.includes('[K')).length;
    const counts = new RegExp(`^\\| ${name} +\\| +(\\d+) +\\| +(\\d+) +\\| +(\\d+) +\\|`, 'm')
      .exec(PAGE)
      ?.slice(1);
    expect([name, ...(counts ?? []).map(Number)]).toEqual([name, lines.length, yes, lines.length - yes]);
  }
});
