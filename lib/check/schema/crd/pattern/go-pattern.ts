import { linearMatcher, type Matcher } from './linear-matcher';
import { type TranslatedPattern, translatePattern } from './translate-pattern';

const known = new Map<string, Matcher | undefined>();

/**
 * Says whether a `pattern` matches a text, as Go's regexp does: anywhere in it, by code point, `$` at the very end only,
 * and in time that goes with the text, however long. Undefined for what Go refuses to read, and for the little that
 * JavaScript has no equal of.
 */
export function goPattern(pattern: string): Matcher | undefined {
  if (!known.has(pattern)) known.set(pattern, compile(pattern));
  return known.get(pattern);
}

/** Trying one way after the other, one repetition in so long a text takes a million steps at most. */
const LONGEST_TRIED = 1000;

function compile(pattern: string): Matcher | undefined {
  const translated = translatePattern(pattern);
  if ('refused' in translated) return undefined;
  try {
    const expression = new RegExp(translated.source, translated.flags);
    const linear = linearMatcher(translated);
    if (linear === undefined) return undefined;
    const isSimple = isQuicklyTried(translated);
    return (text) => (isSimple && text.length <= LONGEST_TRIED ? expression.test(text) : linear(text));
  } catch {
    // What stands in a wrong place stays there: nested repetitions, names of scripts that are none.
    return undefined;
  }
}

/**
 * No more than one, and that of no group: signs that are meant as such are written as escapes. Nothing that looks around
 * either: V8 looks from between the two halves of a character beyond 16 bits, too.
 */
function isQuicklyTried({ source }: TranslatedPattern): boolean {
  if (/\(\?<?[=!]/.test(source)) return false;
  return !/\)[*+{]/.test(source) && (source.match(/[*+]|\{\d+,\d*\}/g) ?? []).length <= 1;
}
