/** What RE2 and JavaScript read differently, or only one of them reads. */
const FOREIGN = /\(\?[^:]|\\[AzQEpPC]|\[\[:|[*+?}]\+/;

const known = new Map<string, RegExp | undefined>();

/**
 * The regular expression of a `pattern`, as Go's regexp matches it: anywhere in the text, by code point, `$` at the
 * very end only. Undefined for what JavaScript has no equal of.
 */
export function goPattern(pattern: string): RegExp | undefined {
  if (!known.has(pattern)) known.set(pattern, compile(pattern));
  return known.get(pattern);
}

function compile(pattern: string): RegExp | undefined {
  const insensitive = pattern.startsWith('(?i)');
  const body = insensitive ? pattern.slice(4) : pattern;
  if (FOREIGN.test(body)) return undefined;
  for (const flags of ['u', '']) {
    try {
      return new RegExp(body, insensitive ? `${flags}i` : flags);
    } catch {
      // Go lets any punctuation be escaped, and a lone brace stand for itself; without `u` JavaScript does too.
    }
  }
  return undefined;
}
