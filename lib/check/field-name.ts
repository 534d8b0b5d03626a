import { parseJsonPointer } from '../model/json-pointer';

/**
 * A JSON pointer as people write the way to a field: `rules[0].http.paths[0]`. A leading `spec` is left out, as it
 * is in speech.
 */
export function fieldName(pointer: string): string {
  const tokens = parseJsonPointer(pointer);
  const spoken = tokens[0] === 'spec' && tokens.length > 2 ? tokens.slice(1) : tokens;
  return spoken
    .map((token, index) => {
      if (/^\d+$/.test(token)) return `[${token}]`;
      if (!/^[A-Za-z_$][\w$-]*$/.test(token)) return `[${JSON.stringify(token)}]`;
      return index === 0 ? token : `.${token}`;
    })
    .join('');
}
