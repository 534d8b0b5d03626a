/**
 * Classes of characters, as Go's reader has them (go.yaml.in/yaml/v2, yamlprivateh.go). The text that
 * is scanned ends in NUL, and holds no other control characters.
 */

/** The end of the text, a line break or a blank. NEL, LS and PS break lines, as in YAML 1.1. */
export function isBlankOrEnd(code: number): boolean {
  return code <= 0x20 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBreakOrEnd(code: number): boolean {
  return code === 0 || isBreak(code);
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** What the names of anchors and tag handles are made of. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
    code === 0x5f ||
    code === 0x2d
  );
}

/** Where the line after the break at `offset` begins. */
export function afterBreak(text: string, offset: number): number {
  return text.charCodeAt(offset) === 0x0d && text.charCodeAt(offset + 1) === 0x0a ? offset + 2 : offset + 1;
}

/** What the break at `offset` adds to a text: a line feed, except for LS and PS, which are kept. */
export function breakText(text: string, offset: number): string {
  const code = text.charCodeAt(offset);
  return code === 0x2028 || code === 0x2029 ? text.charAt(offset) : '\n';
}

/** Whether `---` or `...` stands alone in the line that begins at `offset`. */
export function isDocumentMarker(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (
    (code === 0x2d || code === 0x2e) &&
    text.charCodeAt(offset + 1) === code &&
    text.charCodeAt(offset + 2) === code &&
    isBlankOrEnd(text.charCodeAt(offset + 3))
  );
}
