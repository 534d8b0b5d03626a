import { type Comparison, type Difference } from './compare';
import { knownCause } from './known';
import { fieldPattern, sharedPattern } from './field-path';

/** The numbers of a kind and version. */
export interface Row {
  readonly kind: string;
  readonly version: string;
  cases: number;
  /** What the server accepts. */
  accepted: number;
  verdictsAgree: number;
  /** What the server accepts and we refuse. */
  refusedWrongly: number;
  /** Of those that we see otherwise, verdict or fields, how many for causes that are known and nothing else. */
  known: number;
  /** What the server refuses and we accept. */
  missed: number;
  /** Refused by both, with fields that the server names. */
  fieldsCompared: number;
  fieldsAgree: number;
}

/** Differences of one sort. */
export interface Group {
  readonly kind: string;
  readonly what: Difference['what'];
  readonly field: string;
  readonly message: string;
  readonly versions: Set<string>;
  count: number;
  /** The case with the fewest differences. */
  replay: string;
  fewest: number;
}

/** What the server refuses and no validator of ours does, whichever kind it is in. */
export interface Wanted {
  readonly field: string;
  readonly kinds: Set<string>;
  count: number;
}

/** Counts what agrees, and gathers what does not. */
export class Tally {
  private readonly rowsByKey = new Map<string, Row>();
  private readonly groupsByKey = new Map<string, Group>();
  private readonly wantedByField = new Map<string, Wanted>();

  add(kind: string, version: string, id: string, accepted: boolean, comparison: Comparison): void {
    const row = this.row(kind, version);
    row.cases += 1;
    row.accepted += Number(accepted);
    row.verdictsAgree += Number(comparison.verdictAgrees);
    row.fieldsCompared += Number(comparison.fieldsAgree !== undefined);
    row.fieldsAgree += Number(comparison.fieldsAgree === true);
    row.refusedWrongly += Number(!comparison.verdictAgrees && accepted);
    row.missed += Number(!comparison.verdictAgrees && !accepted);
    const { differences } = comparison;
    row.known += Number(
      differences.length > 0 && differences.every((each) => knownCause(kind, version, each) !== undefined),
    );
    // However often it is in one object, it is one difference.
    const unknown = differences.filter((each) => knownCause(kind, version, each) === undefined);
    const once = new Map(unknown.map((each) => [groupKey(kind, each), each]));
    for (const [key, difference] of once) this.gather(key, kind, version, id, difference, once.size);
  }

  rows(): readonly Row[] {
    return [...this.rowsByKey.values()];
  }

  /** The most frequent first. */
  groups(): readonly Group[] {
    return [...this.groupsByKey.values()].sort((a, b) => b.count - a.count || (a.replay < b.replay ? -1 : 1));
  }

  /** Where the pods of all kinds count as one, the most frequent first. */
  wanted(): readonly Wanted[] {
    return [...this.wantedByField.values()].sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
  }

  private row(kind: string, version: string): Row {
    const key = `${kind} ${version}`;
    let row = this.rowsByKey.get(key);
    if (row === undefined) {
      row = {
        kind,
        version,
        cases: 0,
        accepted: 0,
        verdictsAgree: 0,
        refusedWrongly: 0,
        known: 0,
        missed: 0,
        fieldsCompared: 0,
        fieldsAgree: 0,
      };
      this.rowsByKey.set(key, row);
    }
    return row;
  }

  private gather(
    key: string,
    kind: string,
    version: string,
    id: string,
    { what, field, message }: Difference,
    among: number,
  ): void {
    const pattern = fieldPattern(field);
    const shown = messagePattern(message);
    let group = this.groupsByKey.get(key);
    if (group === undefined) {
      group = {
        kind,
        what,
        field: pattern,
        message: shown,
        versions: new Set(),
        count: 0,
        replay: id,
        fewest: among,
      };
      this.groupsByKey.set(key, group);
    }
    group.count += 1;
    group.versions.add(version);
    if (among < group.fewest) {
      group.fewest = among;
      group.replay = id;
    }
    if (what !== 'missed' && what !== 'field missing') return;
    const shared = sharedPattern(kind, field) || '(no field is named)';
    const of = shared.startsWith('pod') || shared.startsWith('metadata') ? shared : `${kind} ${shared}`;
    const wanted = this.wantedByField.get(of) ?? { field: of, kinds: new Set(), count: 0 };
    this.wantedByField.set(of, wanted);
    wanted.count += 1;
    wanted.kinds.add(kind);
  }
}

const groupKey = (kind: string, { what, field, message }: Difference): string =>
  [kind, what, fieldPattern(field), messagePattern(message)].join('\0');

/** A message without what differs from case to case. */
function messagePattern(message: string): string {
  const text = message
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/`[^`]*`/g, '`…`')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, '…')
    .replace(/(?<!\bK\d*)-?\d[\d.]*/g, 'N')
    .replace(/\{.*\}/gs, '{…}')
    .replace(/\s+/g, ' ');
  return text.length > 150 ? `${text.slice(0, 150)}…` : text;
}
