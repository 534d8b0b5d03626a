import { type QuantityParseFailure } from './quantity-parse';

const LOOKS_LIKE =
  'a quantity is a number with an optional suffix: n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei, ' +
  "or an exponent such as e3; for example '500m', '1.5', '128Mi', '2G'";

/** What people write for a size, and what they may have meant by it. */
const MEANT: ReadonlyMap<string, readonly string[]> = new Map([
  ['k', ['k', 'Ki']],
  ['m', ['M', 'Mi']],
  ['g', ['G', 'Gi']],
  ['t', ['T', 'Ti']],
  ['p', ['P', 'Pi']],
  ['e', ['E', 'Ei']],
]);

/** Thrown for a text that is no quantity. The message says what is wrong with it, and what a quantity looks like. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError';
  /** The text that was refused. */
  readonly text: string;
  /** Which of upstream's three errors the API server answers. */
  readonly failure: QuantityParseFailure;

  constructor(text: string, failure: QuantityParseFailure) {
    super(`${JSON.stringify(text)} is not a quantity: ${wrongWith(text, failure)}; ${LOOKS_LIKE}`);
    this.text = text;
    this.failure = failure;
  }
}

function wrongWith(text: string, failure: QuantityParseFailure): string {
  if (text === '') return 'it is empty';
  if (failure === 'numeric') return 'it has no digits';
  if (/\s/.test(text)) return 'it contains white space';
  if (text.includes(','))
    return 'it contains a comma; the decimal point is a dot, and thousands are not grouped';
  if (/^[+-]?0[xXbBoO]/.test(text)) return 'only decimal digits are allowed';
  const [, number = '', suffix = ''] = /^([+-]?[0-9]*\.?[0-9]*)(.*)$/s.exec(text) ?? [];
  if (suffix.startsWith('.')) return 'it has more than one decimal point';
  if (number === '') return 'it does not start with a number';
  if (/^[eE][+-]?[0-9]+$/.test(suffix)) return `the exponent '${suffix}' is out of range`;
  if (/^[eE][+-]?$/.test(suffix)) return `the exponent '${suffix}' has no digits`;
  return `the suffix '${suffix}' is unknown${suggestion(number, suffix)}`;
}

/** `250Mb`, `1GB`, `2gib`, `512K`: one letter of size, perhaps `i`, perhaps `b`. */
function suggestion(number: string, suffix: string): string {
  if (/^(b|bytes?)$/i.test(suffix)) return ` (did you mean '${number}'? bytes have no suffix)`;
  const [, letter = '', binary] = /^([kmgtpe])(i?)b?$/i.exec(suffix) ?? [];
  const meant = MEANT.get(letter.toLowerCase());
  if (meant === undefined) return '';
  const choices = (binary === '' ? meant : meant.slice(1)).map((known) => `'${number}${known}'`);
  return ` (did you mean ${choices.join(' or ')}?)`;
}
