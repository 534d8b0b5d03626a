import { type IConstruct } from 'constructs';

import { type Allowance } from '../model/allowance';
import { type CallSite } from './call-site';
import { spanOfSite } from './source-of';
import { addNote, mayHaveNotes } from './tree-notes';

/** What one call of `allow` leaves on its scope. */
export interface AllowanceRecord {
  readonly code: string;
  readonly reason: string;
  readonly site: CallSite | undefined;
}

const NOTE = 'kubewright:allow';

/** Leaves an allowance on a construct. */
export function recordAllowance(scope: IConstruct, record: AllowanceRecord): void {
  addNote(scope, NOTE, record);
}

/**
 * The allowances that hold for a construct: its own and those of every scope around it, from the root
 * inwards, in the order in which they were given. The same objects as {@link allowancesIn} returns.
 */
export function allowancesOf(construct: IConstruct): readonly Allowance[] {
  return construct.node.scopes.flatMap((scope) => allowancesAt(scope));
}

/** All allowances of a tree, in the order of the tree. */
export function allowancesIn(root: IConstruct): readonly Allowance[] {
  return mayHaveNotes(root, NOTE).flatMap((construct) => allowancesAt(construct));
}

function allowancesAt(scope: IConstruct): readonly Allowance[] {
  const records = scope.node.metadata.filter((entry) => entry.type === NOTE);
  if (records.length === 0) return [];
  const times = new Map<string, number>();
  return records.map((entry) => {
    const record = entry.data as AllowanceRecord;
    const time = (times.get(record.code) ?? 0) + 1;
    times.set(record.code, time);
    let allowance = made.get(record);
    if (allowance === undefined) made.set(record, (allowance = toAllowance(scope, record, time)));
    return allowance;
  });
}

function toAllowance(scope: IConstruct, record: AllowanceRecord, time: number): Allowance {
  const path = scope.node.path;
  const span = record.site && spanOfSite(record.site, process.cwd());
  return Object.freeze({
    id: `${path}#${record.code}${time === 1 ? '' : `.${time}`}`,
    code: record.code,
    reason: record.reason,
    path,
    ...(span && { span }),
  });
}

/** So that a record is the same object to everyone who asks. */
const made = new WeakMap<AllowanceRecord, Allowance>();
