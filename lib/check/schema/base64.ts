/**
 * Whether Go's `base64.StdEncoding` decodes the text: padded, of the standard alphabet; line breaks are skipped.
 *
 * Upstream: encoding/base64, `decodeQuantum`. Bits that the padding leaves over are not looked at.
 */
export function isStdBase64(text: string): boolean {
  const dense = text.includes('\n') || text.includes('\r') ? text.replace(/[\r\n]/g, '') : text;
  return dense.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(dense);
}
