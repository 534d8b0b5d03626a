/** "`get`, `list` and `watch`". */
export function verbsInWords(verbs: readonly string[]): string {
  const quoted = verbs.map((verb) => (verb === '*' ? 'any verb' : `\`${verb}\``));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}
