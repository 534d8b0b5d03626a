import { goQuote } from '../../model/go/strings';
import { type JsonValue } from '../../model/json-value';
import { type Area } from './area';

/**
 * The kinds of errors that the API server's validation makes, by what its answer begins with (ErrorType in
 * k8s.io/apimachinery/pkg/util/validation/field/errors.go).
 */
export const FIELD_ERROR_TYPES = {
  required: 'Required value',
  invalid: 'Invalid value',
  'type-invalid': 'Invalid value',
  'not-supported': 'Unsupported value',
  'not-found': 'Not found',
  duplicate: 'Duplicate value',
  forbidden: 'Forbidden',
  'too-long': 'Too long',
  'too-many': 'Too many',
  'too-few': 'Too few',
} as const;

/** What is wrong with a field. */
export type FieldErrorType = keyof typeof FIELD_ERROR_TYPES;

/** What the API server would answer of one field, as data. */
export interface FieldError {
  readonly area: Area;
  readonly type: FieldErrorType;
  /** JSON pointer (RFC 6901) of the field, there or missing. */
  readonly pointer: string;
  /** The field as the server names it, which is less exact at times: `metadata.labels`. */
  readonly field: string;
  /** The field's value, or the part of it that is wrong; undefined when there is none to show. */
  readonly value: JsonValue | undefined;
  /** What the server says after type and value; may be empty. */
  readonly detail: string;
  /** How to mend it, with the value to write. */
  readonly help: readonly string[];
  /** Whether it repeats another error, of a field that the server fills in from the one at this pointer. */
  readonly echo: boolean;
}

const WITHOUT_VALUE: ReadonlySet<FieldErrorType> = new Set(['required', 'forbidden', 'too-long']);

/** `spec.ports[0].port: Invalid value: 80000: must be between 1 and 65535, inclusive`, as the server writes it. */
export function formatFieldError({ type, field, value, detail }: FieldError): string {
  const shown =
    WITHOUT_VALUE.has(type) || value === undefined
      ? ''
      : `: ${typeof value === 'string' ? goQuote(value) : JSON.stringify(value)}`;
  return `${field}: ${FIELD_ERROR_TYPES[type]}${shown}${detail === '' ? '' : `: ${detail}`}`;
}
