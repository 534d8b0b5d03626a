/**
 * Reads JSON with comments and trailing commas, as TypeScript reads tsconfig.json.
 * Throws a SyntaxError for anything else that is not JSON.
 */
export function parseJsonc(text: string): unknown {
  // Strings are matched first, so that a "//" or a comma inside one stays.
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string?: string) => string ?? ' ')
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? '');
  return JSON.parse(plain === '' ? '{}' : plain);
}
