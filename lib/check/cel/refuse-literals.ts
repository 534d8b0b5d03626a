import { GoDurationError, parseGoDuration } from '../../model/go/duration';
import { isGoTime } from '../schema/go-time';
import { CelError } from './cel-error';
import { type CelNode } from './cel-node';

/** Whether a text is what a function makes of it. */
const READERS: Readonly<Record<string, (text: string) => boolean>> = {
  duration: isDuration,
  timestamp: (text) => isGoTime(text, false),
};

/**
 * Refuses literal texts that are no time and no duration (ValidateDurationLiterals and ValidateTimestampLiterals in
 * github.com/google/cel-go/cel/validator.go).
 */
export function refuseLiterals(name: string, arg: CelNode | undefined): void {
  const reads = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  if (reads === undefined || arg?.kind !== 'literal' || arg.type !== 'string') return;
  // Texts with escapes, and those in three quotes, are not looked into.
  if (!/^(?:"[^"\\]+"|'[^'\\]+')$/.test(arg.text)) return;
  if (!reads(arg.text.slice(1, -1))) throw new CelError(`invalid ${name} argument`, arg.offset);
}

function isDuration(text: string): boolean {
  try {
    parseGoDuration(text);
    return true;
  } catch (error) {
    if (error instanceof GoDurationError) return false;
    throw error;
  }
}
