import { GoDurationError, parseGoDuration } from '../../../lib/model/go/duration';

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['-1.5h', -5_400_000_000_000n],
  ['0', 0n],
  ['1us1µs', 2_000n],
  ['9223372036854775807ns', 9_223_372_036_854_775_807n],
  ['-9223372036854775808ns', -9_223_372_036_854_775_808n],
])('%j is %d nanoseconds', (text, nanoseconds) => {
  expect(parseGoDuration(text)).toBe(nanoseconds);
});

test.each([
  ['', 'time: invalid duration ""'],
  ['1', 'time: missing unit in duration "1"'],
  ['1d', 'time: unknown unit "d" in duration "1d"'],
  ['9223372036854775808ns', 'time: invalid duration "9223372036854775808ns"'],
])('%j is refused in the words of Go', (text, message) => {
  expect(() => parseGoDuration(text)).toThrow(message);
  expect(() => parseGoDuration(text)).toThrow(GoDurationError);
});
