import { type Verdict } from '../api';

/** What a server answered to one object, as far as it is compared. */
export interface Outcome {
  readonly accepted: boolean;
  /**
   * Which fields the answer names: those that validation refuses, those that the strict decoder does not know, or none:
   * the decoder stops at the first value that it cannot read, and seldom says where.
   */
  readonly names: 'fields' | 'unknown' | 'none';
  /** Whether it depends on how the cluster is set up: addresses and ports that Services may have. */
  readonly ofCluster?: boolean;
  /** As the server writes them, sorted, each once. */
  readonly fields: readonly string[];
  /** The causes, or the message as a whole where there are none; empty in a record. */
  readonly messages: readonly { readonly field: string; readonly message: string }[];
}

const ACCEPTED: Outcome = { accepted: true, names: 'none', fields: [], messages: [] };

/** What the allocators of a Service say before its validation has a say (pkg/registry/core/service/storage). */
const OF_CLUSTER =
  /failed to allocate|not configured on this cluster|provided port is not in the valid range/;

/** Reads an answer. */
export function outcomeOf(verdict: Verdict): Outcome {
  // Names are taken on a cluster that is not empty; nothing is wrong with the object.
  if (verdict.accepted || verdict.status.reason === 'AlreadyExists') return ACCEPTED;
  const { message, reason, details } = verdict.status;
  const causes = (details?.causes ?? []).flatMap(({ field, message: text }) =>
    field === undefined || field === '<nil>' ? [] : [{ field, message: text }],
  );
  if (causes.length > 0 && causes.every(({ message: text }) => OF_CLUSTER.test(text))) {
    return { ...refused('none', [], causes), ofCluster: true };
  }
  if (reason === 'Invalid' && causes.length > 0) {
    return refused(
      'fields',
      causes.map(({ field }) => field),
      causes,
    );
  }
  // `strict decoding error: unknown field "spec.x", unknown field "spec.y"`
  const unknown = [...message.matchAll(/(?:unknown|duplicate) field "((?:[^"\\]|\\.)*)"/g)].map(
    (match) => JSON.parse(`"${match[1] ?? ''}"`) as string,
  );
  if (message.includes('strict decoding error') && unknown.length > 0) {
    return refused(
      'unknown',
      unknown,
      unknown.map((field) => ({ field, message: 'unknown field' })),
    );
  }
  return refused('none', [], [{ field: '', message }]);
}

function refused(names: Outcome['names'], fields: readonly string[], messages: Outcome['messages']): Outcome {
  return { accepted: false, names, fields: [...new Set(fields)].sort(), messages };
}

/** As a record holds it: `+`, `-`, `-f` and fields, `-u` and fields. */
export function encodeOutcome({ accepted, names, fields, ofCluster }: Outcome): string {
  if (accepted) return '+';
  if (ofCluster === true) return '?';
  return names === 'none' ? '-' : [names === 'fields' ? '-f' : '-u', ...fields].join('\t');
}

/** Reads what {@link encodeOutcome} wrote. */
export function decodeOutcome(text: string): Outcome {
  const [head, ...fields] = text.split('\t');
  if (head === '+') return ACCEPTED;
  if (head === '?') return { ...refused('none', [], []), ofCluster: true };
  const names = head === '-f' ? 'fields' : head === '-u' ? 'unknown' : 'none';
  return refused(
    names,
    fields,
    fields.map((field) => ({ field, message: '' })),
  );
}
