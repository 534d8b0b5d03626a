/** "core", or "`apps`". */
export function groupInWords(group: string): string {
  return group === '' ? 'core' : `\`${group}\``;
}

/** "no core resource", "no resource of `apps`", "no resource of core or `apps`". */
export function noResourceOf(groups: readonly string[]): string {
  return groups.length === 1 && groups[0] === ''
    ? 'no core resource'
    : `no resource of ${groups.map(groupInWords).join(' or ')}`;
}
