/** Labels as kubectl takes them on the command line: `app=cart,tier=web`, with a blank after each comma. */
export function showLabels(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
