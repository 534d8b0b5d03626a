import { stripVTControlCharacters } from 'node:util';

import { explainRule } from '../../lib/check/explain/explain-rule';
import { listRules } from '../../lib/check/explain/list-rules';
import { RULES } from '../../lib/check/rules/index.gen';
import { colour, monochrome } from '../../lib/diagnostics/text/paint';

const rule = (code: string) => {
  const found = RULES.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no rule ${code}`);
  return found;
};

test('a rule is explained by its own text and examples, with what the bad ones yield', () => {
  expect(explainRule(rule('K301'), { paint: monochrome, width: 80 })).toMatchSnapshot();
});

test('lines keep to the width, but for manifests and places', () => {
  const text = explainRule(rule('K322'), { paint: monochrome, width: 60 });
  const prose = text.split('\n').filter((line) => !line.startsWith('    '));
  expect(prose.filter((line) => line.length > 60)).toEqual([]);
});

test('colours are those of the paint', () => {
  const strip = (text: string) => stripVTControlCharacters(text);
  const painted = explainRule(rule('K214'), { paint: colour, colour: true });
  expect(painted).toContain('\u001b[');
  expect(strip(painted)).toBe(explainRule(rule('K214'), { paint: monochrome }));
});

test('all rules are listed by group, in the order of their codes', () => {
  const lines = listRules(RULES, monochrome).split('\n');
  expect(lines.filter((line) => /^ {2}K/.test(line)).map((line) => line.trim().split(' ')[0])).toEqual(
    RULES.map(({ code }) => code),
  );
  expect(lines).toContain('references');
  expect(lines).toContain('  K301  error    A Service whose selector matches no pod of its namespace');
  expect(listRules([], monochrome)).toBe('\n');
});
