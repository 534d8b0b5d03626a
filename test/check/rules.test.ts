import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { checkWith } from '../../lib/check/check-with';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { ruleProblems } from '../../lib/check/example/rule-problems';
import { objectsOfKinds } from '../../lib/check/objects-of-kinds';
import { type Rule } from '../../lib/check/rule';
import { RULES } from '../../lib/check/rules/index.gen';
import { emitRuleIndex } from '../../lib/dev/rules/emit-rule-index';
import { RULE_GROUPS } from '../../lib/dev/rules/rule-groups';
import { RULES_FOLDER, ruleFiles } from '../../lib/dev/rules/rule-files';
import { PAGES_FOLDER, rulePage, rulesPage } from '../../lib/dev/rules/rule-page';
import { findKind } from '../../lib/model/kinds';
import { ObjectSet } from '../../lib/model/object-set';

const ROOT = resolve(__dirname, '../..');
const HOW = 'run `npm run generate:rules`';

const files = ruleFiles(ROOT).map((file) => ({
  file,
  rule: jest.requireActual<{ readonly default: Rule }>(join(ROOT, RULES_FOLDER, file)).default,
}));

const textOf = (path: string): string | undefined =>
  existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : undefined;

describe('every file of a rule', () => {
  test('is in the index', () => {
    const known = new Set(RULES.map(({ group, name }) => `${group}/${name}`));
    const missing = files.map(({ file }) => file).filter((file) => !known.has(file));
    expect(missing.map((file) => `${RULES_FOLDER}/index.gen.ts lacks ${file}.ts: ${HOW}`)).toEqual([]);
    const text = textOf(`${RULES_FOLDER}/index.gen.ts`);
    expect(text).toBe(emitRuleIndex(files.map(({ rule }) => rule)));
  });

  test('has the name and the group of the rule that it holds', () => {
    const wrong = files.filter(({ file, rule }) => file !== `${rule.group}/${rule.name}`);
    expect(wrong.map(({ file, rule }) => `${file}.ts holds ${rule.group}/${rule.name}`)).toEqual([]);
  });
});

describe('every rule', () => {
  test('has a code of its own, of the range of its group', () => {
    const codes = RULES.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    const digits = new Map(RULE_GROUPS.map(({ group, digit }) => [group, digit]));
    const wrong = RULES.filter(
      ({ code, group }) => !new RegExp(`^K${digits.get(group) ?? '?'}\\d\\d$`).test(code),
    );
    expect(wrong.map(({ code, group }) => `${code} is no code of the group ${group}`)).toEqual([]);
  });

  test('names kinds that there are', () => {
    const kindOf = (name: string): readonly [string, string] => {
      const slash = name.indexOf('/');
      return slash < 0 ? ['', name] : [name.slice(0, slash), name.slice(slash + 1)];
    };
    const wrong = RULES.flatMap(({ code, kinds, reads }) =>
      [...kinds, ...reads]
        .filter((kind) => kind !== '*' && !findKind(...kindOf(kind)))
        .map((kind) => `${code}: ${kind}`),
    );
    expect(wrong).toEqual([]);
  });

  test('is, loaded when it is needed, what its file holds', () => {
    const facts = (rule: Rule): unknown => JSON.parse(JSON.stringify(rule));
    const byCode = files.map(({ rule }) => rule).sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(RULES.map(facts)).toEqual(byCode.map(facts));
    expect(RULES.map((rule) => 'checkSet' in rule)).toEqual(byCode.map((rule) => 'checkSet' in rule));
  });

  test('of a set finds nothing where there is no object of its kinds, and so need not be asked', () => {
    const wrong = files.flatMap(({ rule }) =>
      rule.bad
        .map(({ manifests }) => new ObjectSet(exampleObjects(manifests, 'example.yaml')))
        .map((set) => {
          const some = new Set(objectsOfKinds(set, rule.kinds));
          return new ObjectSet(set.entries.filter((entry) => !some.has(entry)));
        })
        .filter((set) => 'checkSet' in rule && checkWith([rule], set, {}).length > 0)
        .map(() => rule.code),
    );
    expect(wrong).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.code, rule] as const))('%s finds what its examples say', (_, rule) => {
    expect(ruleProblems(rule)).toEqual([]);
  });
});

describe('docs/rules', () => {
  test.each(RULES.map((rule) => [rule.code, rule] as const))('has the page of %s as it is', (code, rule) => {
    const path = `${PAGES_FOLDER}/${code}.md`;
    expect({ path, how: HOW, text: textOf(path) }).toEqual({ path, how: HOW, text: rulePage(rule) });
  });

  test('has no other page, and lists all', () => {
    const pages = readdirSync(join(ROOT, PAGES_FOLDER)).sort();
    expect(pages).toEqual([...RULES.map(({ code }) => `${code}.md`), 'README.md']);
    expect(textOf(`${PAGES_FOLDER}/README.md`)).toBe(rulesPage(RULES));
  });
});
