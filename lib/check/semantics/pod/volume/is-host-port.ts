/** Whether Go's `net.SplitHostPort` takes it: `host:port`, `[::1]:port`, and no colon else. */
export function isHostPort(text: string): boolean {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return false;
  if (!text.startsWith('[')) return !/[:[\]]/.test(text.slice(0, colon)) && !/[[\]]/.test(text);
  const end = text.indexOf(']');
  return end + 1 === colon && !text.slice(1).includes('[') && !text.slice(end + 1).includes(']');
}
