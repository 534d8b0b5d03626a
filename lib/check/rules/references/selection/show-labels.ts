/** Labels as kubectl takes them on the command line: `app=cart,tier=web`, with a blank after each comma. */
export function showLabels(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

/** Labels as TypeScript: `{ app: 'cart', 'example.com/tier': 'web' }`. */
export function showMap(labels: Readonly<Record<string, string>>): string {
  const entries = Object.entries(labels).map(
    ([key, value]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key)}: ${quoted(value)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

/** A text in single quotes, for what people copy into TypeScript. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
