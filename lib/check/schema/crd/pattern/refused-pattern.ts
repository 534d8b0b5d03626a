import { translatePattern } from './translate-pattern';

const known = new Map<string, string | undefined>();

/** Why Go does not read a regular expression, in words of regexp/syntax; undefined where it does, or may. */
export function refusedPattern(pattern: string): string | undefined {
  if (!known.has(pattern)) known.set(pattern, find(pattern));
  return known.get(pattern);
}

function find(pattern: string): string | undefined {
  const translated = translatePattern(pattern);
  if ('refused' in translated) return translated.refused;
  try {
    new RegExp(translated.source, translated.flags);
    return undefined;
  } catch (error) {
    const text = error instanceof SyntaxError ? error.message : '';
    if (text.includes('othing to repeat'))
      return 'missing argument to repetition operator, or one repetition of another';
    return text.includes('out of order') ? 'invalid repeat count' : undefined;
  }
}
