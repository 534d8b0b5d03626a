import { isStdBase64 } from '../base64';
import { isGoTime } from '../go-time';

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/**
 * The formats of CRD schemas that are checked here, each with how to write it. Others that the API server knows
 * (`hostname`, `email`, `isbn`, ...) are taken as they come, and those that it does not know it takes so itself.
 *
 * Upstream: apiextensions-apiserver, pkg/apiserver/validation/formats.go; kube-openapi, pkg/validation/strfmt.
 */
const FORMATS: ReadonlyMap<string, { readonly test: (text: string) => boolean; readonly example: string }> =
  new Map([
    ['datetime', { test: isDateTime, example: '2026-01-31T12:00:00Z' }],
    ['date', { test: (text) => isGoTime(`${text}T00:00:00Z`, false), example: '2026-01-31' }],
    ['byte', { test: (text) => text !== '' && isStdBase64(text), example: 'aGVsbG8=' }],
    ['ipv4', { test: isIpv4, example: '10.0.0.1' }],
    ['ipv6', { test: isIpv6, example: 'fd00::1' }],
    ['cidr', { test: isCidr, example: '10.0.0.0/8' }],
    ['uuid', { test: (text) => UUID.test(text), example: '123e4567-e89b-12d3-a456-426614174000' }],
    ['duration', { test: isDuration, example: '1h30m' }],
  ]);

/** Whether a text has the format; undefined for a format that is not checked. Names are read without hyphens. */
export function hasFormat(format: string, text: string): boolean | undefined {
  return FORMATS.get(format.replaceAll('-', ''))?.test(text);
}

/** A text of that format. */
export function formatExample(format: string): string | undefined {
  return FORMATS.get(format.replaceAll('-', ''))?.example;
}

/** RFC 3339 with `t` and `z` in lower case too. */
function isDateTime(text: string): boolean {
  return isGoTime(text.replace('t', 'T').replace('z', 'Z'), false);
}

/** Leading zeros are dropped, and an address of IPv6 that stands for one of IPv4 is one. */
function isIpv4(text: string): boolean {
  const parts = text.replace(/^::ffff:/i, '').split('.');
  return parts.length === 4 && parts.every((part) => /^\d+$/.test(part) && Number(part) <= 255);
}

/** Without a zone. The parser of URLs reads the same texts as Go's, and `node:net` takes longer to load than all this. */
function isIpv6(text: string): boolean {
  return /^[0-9A-Fa-f:.]+$/.test(text) && text.includes(':') && URL.canParse(`http://[${text}]`);
}

function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^(.*)\/(\d{1,3})$/.exec(text) ?? [];
  return (isIpv4(address) && Number(bits) <= 32) || (isIpv6(address) && Number(bits) <= 128);
}

/** Go's durations, or a number with a unit, in short or in full, anywhere in the text. */
function isDuration(text: string): boolean {
  if (/^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.test(text)) return true;
  return [...text.matchAll(/\d\s*([A-Za-zµ]+)/g)].some(([, unit = '']) => UNIT.test(unit));
}

const UNIT = /^(?:ns|us|µs|ms|s|m|h|hr|d|w|wk|(?:nano|micro|milli|sec|min|hour|day|week).*)$/i;
