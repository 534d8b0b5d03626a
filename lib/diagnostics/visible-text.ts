/**
 * Text that a person can see as it is: characters that steer a terminal, or that change the direction
 * of what follows, are replaced by pictures of themselves. Newlines stay. What a manifest holds must
 * not be able to recolour, overwrite or reorder a report.
 */
export function visibleText(text: string): string {
  return text.replace(HAZARDS, pictureOf);
}

/** As {@link visibleText}, on one line. */
export function visibleLine(text: string): string {
  return visibleText(text).replaceAll('\n', '\u240a');
}

// C0 but the newline, DEL, C1, line and paragraph separators, bidirectional controls, half surrogate pairs.
const HAZARDS =
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

function pictureOf(character: string): string {
  if (character === '\t') return ' ';
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
