import { type JsonValue } from '../../model/json-value';
import { Quantity } from '../../model/quantity';
import { QuantityError } from '../../model/quantity-error';
import { readAmount } from '../read-amount';
import { isStdBase64 } from './base64';
import { isGoTime } from './go-time';
import { type ProblemLog } from './problem-log';
import { type Scalar } from './shape';
import { describeType, showValue } from './show-value';

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
/** 2^63 itself is out of range, and the nearest smaller number of JavaScript is within. */
const INT64_BOUND = 2 ** 63;

/** What a field of each scalar takes, in words. */
const TAKES: Readonly<Record<Scalar, string>> = {
  string: 'text',
  int32: 'an integer',
  int64: 'an integer',
  double: 'a number',
  boolean: '`true` or `false`',
  quantity: 'a quantity',
  intOrString: 'an integer or text',
  time: 'a time',
  microTime: 'a time',
  bytes: 'base64',
  json: 'anything',
};

/** What a scalar takes, in words. */
export function scalarTakes(scalar: Scalar): string {
  return TAKES[scalar];
}

/**
 * Reports a value that the API server's decoder refuses for that scalar. Null is the business of the caller.
 *
 * Upstream: sigs.k8s.io/json, `literalStore`, and the `UnmarshalJSON` of Quantity, IntOrString, Time and MicroTime.
 */
export function checkScalar(log: ProblemLog, scalar: Scalar, value: JsonValue): void {
  switch (scalar) {
    case 'json':
      return;
    case 'string':
      if (typeof value !== 'string') wrongType(log, scalar, value);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') wrongType(log, scalar, value);
      return;
    case 'double':
      if (typeof value !== 'number') wrongType(log, scalar, value);
      return;
    case 'int32':
    case 'int64':
      checkInteger(log, scalar, value);
      return;
    case 'intOrString':
      if (typeof value === 'number') checkInteger(log, 'int32', value);
      else if (typeof value !== 'string') wrongType(log, scalar, value);
      return;
    case 'quantity':
      checkQuantity(log, value);
      return;
    case 'time':
    case 'microTime':
      if (typeof value !== 'string') wrongType(log, scalar, value);
      else if (!isGoTime(value, scalar === 'microTime')) badTime(log, scalar === 'microTime', value);
      return;
    case 'bytes':
      if (typeof value === 'string' ? isStdBase64(value) : isByteList(value)) return;
      if (typeof value === 'string') badBase64(log, value);
      else wrongType(log, scalar, value);
      return;
  }
}

/** Go's decoder also takes bytes one by one. */
function isByteList(value: JsonValue): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (item) => item === null || (Number.isInteger(item) && Number(item) >= 0 && Number(item) <= 255),
    )
  );
}

/** Reports a value of the wrong type; `scalar` is what the field takes. */
function wrongType(log: ProblemLog, scalar: Scalar, value: JsonValue): void {
  const help = convert(scalar, value);
  log.add('wrong-type', {
    says: `has ${describeType(value)} in \`${log.where()}\`, which takes ${scalarTakes(scalar)}`,
    // The value of a Secret stays out of what is printed.
    label: `${log.where()} is ${scalar === 'bytes' ? describeType(value) : showValue(value)}`,
    help: [helpFor(log, scalar, value, help)],
  });
}

function helpFor(log: ProblemLog, scalar: Scalar, value: JsonValue, converted: string | undefined): string {
  // `1.20`, `0777` and `off` are read as 1.2, 511 and false: only the author knows what it was to be.
  if (scalar === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `put quotes around the value as it is written; without them it is read as ${String(value)}`;
  }
  return converted === undefined
    ? `write ${scalarTakes(scalar)}`
    : `write \`${log.fieldName()}: ${converted}\``;
}

/** What to write for a value that was meant well. */
function convert(scalar: Scalar, value: JsonValue): string | undefined {
  if (typeof value === 'object') return undefined;
  const text = String(value);
  if (typeof value !== 'string') return undefined;
  if (scalar === 'int32' || scalar === 'int64') {
    return /^[+-]?\d{1,15}$/.test(text) ? String(Number(text)) : undefined;
  }
  if (scalar === 'double') return /^[+-]?\d{1,15}(?:\.\d+)?$/.test(text) ? String(Number(text)) : undefined;
  if (scalar !== 'boolean') return undefined;
  if (/^(?:true|yes|y|on)$/i.test(text)) return 'true';
  return /^(?:false|no|n|off)$/i.test(text) ? 'false' : undefined;
}

function checkInteger(log: ProblemLog, scalar: 'int32' | 'int64', value: JsonValue): void {
  if (typeof value !== 'number') {
    wrongType(log, scalar, value);
    return;
  }
  if (!Number.isInteger(value)) {
    log.add('wrong-type', {
      says: `has ${value} in \`${log.where()}\`, which takes an integer`,
      label: `${log.where()} is ${value}`,
      help: [
        `write \`${log.fieldName()}: ${Math.floor(value)}\` or \`${log.fieldName()}: ${Math.ceil(value)}\``,
      ],
    });
    return;
  }
  const fits =
    scalar === 'int32'
      ? value >= INT32_MIN && value <= INT32_MAX
      : value >= -INT64_BOUND && value < INT64_BOUND;
  if (fits) return;
  const [min, max] =
    scalar === 'int32' ? [`${INT32_MIN}`, `${INT32_MAX}`] : ['-9223372036854775808', '9223372036854775807'];
  log.add('out-of-range', {
    says: `has ${value} in \`${log.where()}\`, which takes an integer of ${scalar === 'int32' ? 32 : 64} bits`,
    label: `${log.where()} is ${value}`,
    help: [`write an integer from ${min} to ${max}`],
  });
}

function checkQuantity(log: ProblemLog, value: JsonValue): void {
  // It remembers those that it has read.
  if (readAmount(value) !== undefined) return;
  try {
    Quantity.fromJson(value);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    const what = typeof value === 'string' ? showValue(value) : describeType(value);
    log.add('bad-quantity', {
      says: `has ${what} in \`${log.where()}\`, which takes a quantity`,
      label: `${log.where()} is ${showValue(value)}`,
      notes: typeof value === 'string' ? [error.message.replace(/;.*$/s, '')] : [],
      help: [
        'write a number with an optional suffix: `500m` or `1.5` for CPU, `128Mi` or `2G` for memory and storage',
      ],
    });
  }
}

function badTime(log: ProblemLog, micro: boolean, value: string): void {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '2026-01-31';
  log.add('bad-format', {
    says: `has ${showValue(value)} in \`${log.where()}\`, which takes a time`,
    label: `${log.where()} is ${showValue(value)}`,
    notes: [
      micro
        ? 'the API server reads RFC 3339 here, with exactly six digits after the second and a zone'
        : 'the API server reads RFC 3339 here, with seconds and a zone',
    ],
    help: [`write it as \`"${date}T00:00:00${micro ? '.000000' : ''}Z"\``],
  });
}

function badBase64(log: ProblemLog, value: string): void {
  const secret = log.path[0] === 'data';
  log.add('bad-format', {
    says: `has text in \`${log.where()}\` that is not base64`,
    // What is not base64 may be the secret itself.
    label: `${log.where()} is ${value.length} characters that base64 does not decode`,
    help: secret
      ? [`write the plain text under \`stringData\` instead, or encode it: \`base64 -w0\``]
      : ['encode it: `base64 -w0`'],
  });
}
