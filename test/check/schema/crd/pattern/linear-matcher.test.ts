import fc from 'fast-check';
import { goPattern } from '../../../../../lib/check/schema/crd/pattern/go-pattern';
import { linearMatcher } from '../../../../../lib/check/schema/crd/pattern/linear-matcher';
import { translatePattern } from '../../../../../lib/check/schema/crd/pattern/translate-pattern';

const part = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '^', '$', '\\b', '\\B', '\\w', '(?m)^', '\\n', ''),
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => one + other),
    fc.tuple(tie('part'), tie('part')).map(([one, other]) => `(${one}|${other})`),
    fc
      .tuple(tie('part'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{0,2}', '{1,}', '{0}'))
      .map(([one, sign]) => `(?:${one})${sign}`),
  ),
})).part;

test('matches where RegExp does', () => {
  fc.assert(
    fc.property(
      part,
      fc.array(fc.constantFrom('a', 'b', '-', '\n', 'é'), { maxLength: 6 }).map((chars) => chars.join('')),
      (pattern, text) => {
        const translated = translatePattern(pattern);
        if ('refused' in translated) throw new Error(translated.refused);
        const { source, flags } = translated;
        expect(linearMatcher(translated)?.(text)).toBe(new RegExp(source, flags).test(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test.each(['^(a+)+$', '^(a|a)*$', '^(a*)*b', 'a*a*a*a*a*a*c$', '^([a-z0-9]([-a-z0-9]*[a-z0-9])?)+$'])(
  '%s is held against a long text that it nearly matches',
  (pattern) => {
    expect(goPattern(pattern)?.(`${'a'.repeat(20_000)}!`)).toBe(false);
    expect(goPattern(pattern)?.(`${'a'.repeat(40)}!`)).toBe(false);
  },
);

test('a text of more than a thousand characters is held against its pattern', () => {
  expect(goPattern('^[a-z]+$')?.('a'.repeat(5000))).toBe(true);
  expect(goPattern('^[a-z]+$')?.(`${'a'.repeat(5000)}1`)).toBe(false);
});

test('more repetitions than Go reads are not read', () => {
  expect(goPattern('((a{500}){500}){500}')).toBeUndefined();
  expect(goPattern('(a{500}){3}')).toBeUndefined();
  expect(goPattern('(a{500}){2}(b{0,1000})*')?.('a'.repeat(1000))).toBe(true);
});
