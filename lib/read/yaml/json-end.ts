/**
 * Where the object that opens at `start` closes, were it JSON: the offset after its bracket, or -1. It
 * looks at brackets and quotes alone, so that a text is parsed once, by itself.
 */
export function jsonEnd(text: string, start: number): number {
  let depth = 0;
  for (let pos = start; pos < text.length; pos++) {
    switch (text.charCodeAt(pos)) {
      case 0x7b: // {
      case 0x5b: // [
        depth++;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        if (--depth === 0) return pos + 1;
        break;
      case 0x22: // "
        pos = closingQuote(text, pos);
        if (pos === -1) return -1;
        break;
      default:
        break;
    }
  }
  return -1;
}

function closingQuote(text: string, opened: number): number {
  for (let pos = opened + 1; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 0x5c) pos++;
    else if (code === 0x22) return pos;
  }
  return -1;
}
