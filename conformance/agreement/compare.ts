import { fieldSteps } from './field-path';
import { METADATA_LAST, normalise } from './known';
import { isBroken, isUnknownField, type OurFinding } from './ours';
import { type Outcome } from './outcome';

/** What is not as the server has it. */
export interface Difference {
  readonly what: 'missed' | 'refused wrongly' | 'field missing' | 'field too many' | 'rule broken';
  readonly field: string;
  /** What the server says, or we do. */
  readonly message: string;
}

/** How an answer of the server and ours compare. */
export interface Comparison {
  readonly verdictAgrees: boolean;
  /** Undefined where the server accepts, we do, or the server names no field. */
  readonly fieldsAgree: boolean | undefined;
  readonly differences: readonly Difference[];
}

export function compare(kind: string, server: Outcome, all: readonly OurFinding[]): Comparison {
  const broken = all
    .filter(isBroken)
    .map(({ title }) => ({ what: 'rule broken' as const, field: '', message: title }));
  const ours = all.filter((finding) => !isBroken(finding));
  const verdictAgrees = broken.length === 0 && server.accepted === (ours.length === 0);
  if (server.accepted || ours.length === 0) {
    const told = server.accepted
      ? ours.map(({ code, fields, title }) => ({
          what: 'refused wrongly' as const,
          field: plain(fields[0] ?? ''),
          message: `${code} ${title}`,
        }))
      : server.messages.map(({ field, message }) => ({ what: 'missed' as const, field, message }));
    return { verdictAgrees, fieldsAgree: undefined, differences: [...broken, ...told] };
  }
  if (server.names === 'none') return { verdictAgrees, fieldsAgree: undefined, differences: broken };
  // The decoder comes first: where it refuses, nothing is validated.
  const held =
    server.names === 'unknown' ? ours.filter(isUnknownField) : ours.filter(isReached(kind, server));
  const theirs = new Set(server.fields.map((field) => normalise(kind, fieldSteps(field))));
  const named = new Set(
    held.flatMap(({ fields }) => fields).map((field) => normalise(kind, fieldSteps(field))),
  );
  const missing = server.messages.filter(({ field }) => !named.has(normalise(kind, fieldSteps(field))));
  const more = held.filter(
    ({ fields }) => !fields.some((field) => theirs.has(normalise(kind, fieldSteps(field)))),
  );
  return {
    verdictAgrees,
    fieldsAgree: missing.length === 0 && more.length === 0,
    differences: [
      ...broken,
      ...missing.map(({ field, message }) => ({ what: 'field missing' as const, field, message })),
      ...more.map(({ code, fields, title }) => ({
        what: 'field too many' as const,
        field: plain(fields[0] ?? ''),
        message: `${code} ${title}`,
      })),
    ],
  };
}

/** What the server would name had it not stopped before. */
function isReached(kind: string, { fields }: Outcome): (finding: OurFinding) => boolean {
  const isMetadata = (field: string): boolean => fieldSteps(field).startsWith('metadata/');
  if (!METADATA_LAST.has(kind) || fields.every(isMetadata)) return () => true;
  return (finding) => !finding.fields.every(isMetadata);
}

/** `[spec][ports][0]` as `spec.ports[0]`. */
const plain = (field: string): string =>
  field.startsWith('[')
    ? field
        .slice(1, -1)
        .split('][')
        .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
        .join('')
        .slice(1)
    : field;
