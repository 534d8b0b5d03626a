import { translatePattern } from './translate-pattern';

const known = new Map<string, RegExp | undefined>();

/**
 * The regular expression of a `pattern`, as Go's regexp matches it: anywhere in the text, by code point, `$` at the
 * very end only. Undefined for what Go refuses to read, and for the little that JavaScript has no equal of.
 */
export function goPattern(pattern: string): RegExp | undefined {
  if (!known.has(pattern)) known.set(pattern, compile(pattern));
  return known.get(pattern);
}

function compile(pattern: string): RegExp | undefined {
  const translated = translatePattern(pattern);
  if ('refused' in translated) return undefined;
  try {
    return new RegExp(translated.source, translated.flags);
  } catch {
    // What stands in a wrong place stays there: nested repetitions, names of scripts that are none.
    return undefined;
  }
}
