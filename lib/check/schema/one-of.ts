/** The values of a list in a title, each in backticks: "`A`, `B` or `C`". Long lists go into the help alone. */
export function oneOf(list: readonly string[]): string {
  if (list.length === 0 || list.length > 8) return 'one of a list';
  return list.length === 1
    ? `only ${list.join('')}`
    : `${list.slice(0, -1).join(', ')} or ${list.at(-1) ?? ''}`;
}
