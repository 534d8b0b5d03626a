const MAX = (1n << 63n) - 1n;

/** strconv.ParseInt in base 10 with 64 bits: digits, perhaps with a sign. */
export function parseInt64(text: string): bigint | undefined {
  if (!/^[-+]?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return value > MAX || value < -MAX - 1n ? undefined : value;
}
