import { goPattern } from '../../../../../lib/check/schema/crd/pattern/go-pattern';
import { linearMatcher } from '../../../../../lib/check/schema/crd/pattern/linear-matcher';
import { translatePattern } from '../../../../../lib/check/schema/crd/pattern/translate-pattern';

/** The way that long texts and involved patterns take. */
function linear(pattern: string): ((text: string) => boolean) | undefined {
  const translated = translatePattern(pattern);
  return 'refused' in translated ? undefined : linearMatcher(translated);
}

// Each verdict is that of Go's regexp (1.25).
describe('a pattern of Go', () => {
  it.each<[pattern: string, matches: string[], others: string[]]>([
    ['a', ['a', 'bab'], ['A', '']],
    ['^a$', ['a'], ['a\n', 'ab']],
    ['\\Aa\\z', ['a'], ['a\n', 'ba']],
    ['(?m)^a$', ['b\na\nb', 'a'], ['ab\nba', 'b\r\na\r\n']],
    ['^.$', ['x', '\u2028', '\u{1F600}', '\r'], ['\n', '']],
    ['(?s)^.$', ['\n'], ['']],
    ['(?i)^straße$', ['STRAßE', 'ſtraße'], ['strasse']],
    ['^(?i:ab)c$', ['ABc', 'abc'], ['ABC']],
    ['^a(?i)b(?-i)c$', ['aBc'], ['aBC', 'ABc']],
    ['^(a(?i)b)c$', ['aBc'], ['aBC']],
    ['^(?i:[^a]k)$', ['bK', 'b\u212a'], ['Ak', 'ak']],
    ['^(?P<name>a)(?<other>b)$', ['ab'], ['a']],
    ['^[[:alpha:]_]+$', ['aZ_'], ['é', '1', '']],
    ['^[[:^digit:]]$', ['a', '\n', 'é'], ['1']],
    ['^[^[:space:]]+$', ['a.b'], ['a b', 'a\vb']],
    ['^\\pL+$', ['aé'], ['1']],
    ['^\\p{Lu}\\p{^Lu}\\PN$', ['Aa_'], ['aA_', 'Aa1']],
    ['^\\p{Greek}$', ['α'], ['a']],
    ['^\\s$', [' ', '\t', '\f'], ['\v', '\u00a0']],
    ['^[\\w-]+$', ['a-b_1'], ['é', 'a.b']],
    ['^[^\\W_]$', ['a'], ['_', '-']],
    ['^[]a]+$', [']a'], ['b']],
    ['^[a\\-z-]+$', ['a-z'], ['b']],
    ['^\\x41\\x{1F600}\\101$', ['A\u{1F600}A'], ['AA']],
    ['^\\Qa.b\\E+$', ['a.b', 'a.bb'], ['axb']],
    ['^a{,3}$', ['a{,3}'], ['aaa']],
    ['^{a}]$', ['{a}]'], ['a']],
    ['^a{2}?$', ['aa'], ['a']],
    ['\\ba\\b', ['x a', 'éa'], ['ba', 'a_']],
    ['^\\Ba$', [], ['a']],
    ['^\\_\\-\\/\\"$', ['_-/"'], ['']],
    ['^(|a)*$', ['', 'aa'], ['b']],
    ['^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?\\.)+[a-z]{2,}$', ['a.example.com'], ['-a.com', 'com']],
  ])('%s', (pattern, matches, others) => {
    const matched = (text: string): boolean | undefined => goPattern(pattern)?.(text);
    expect(matches.filter((text) => matched(text) !== true)).toEqual([]);
    expect(others.filter((text) => matched(text) !== false)).toEqual([]);
    const matchedLong = linear(pattern);
    expect(matches.filter((text) => matchedLong?.(text) !== true)).toEqual([]);
    expect(others.filter((text) => matchedLong?.(text) !== false)).toEqual([]);
  });

  it.each([
    ['looks around', 'a(?=b)', '(?<!a)b'],
    ['refers back', '(a)\\1', '(?P<n>a)\\k<n>'],
    ['repeats what is repeated', 'a**', 'a{2}{3}', '*a', 'a{1001}'],
    ['is not closed', '(a', 'a)', '[a', '(?P<n', '\\x{41', '\\p{L'],
    [
      'has what is unknown',
      '\\Z',
      '\\C',
      '\\8',
      '\\é',
      '[[:letter:]]',
      '\\p{Klingon}',
      '(?x)a',
      '[b-a]',
      '(?i-)a',
    ],
    ['would need tables of cases', 'a(?i:é)', 'a(?i:\\p{Lu})'],
  ])('is not read where it %s', (_, ...patterns) => {
    expect(patterns.filter((pattern) => goPattern(pattern) !== undefined)).toEqual([]);
  });
});

test('nothing is looked at from between the halves of a character beyond 16 bits', () => {
  expect(goPattern('\\B')?.('a😀a')).toBe(false);
  expect(goPattern('(?m:$)(?m:^)')?.('😀')).toBe(false);
});
