import { getByJsonPointer, jsonPointer } from '../../../../model/json-pointer';
import { type ObjectEntry } from '../../../../model/object-entry';
import { fieldName } from '../../../field-name';
import { type Finding, type OtherPlace } from '../../../finding';
import { objectTitle } from '../../../object-names';
import { type CheckedPods } from '../../../pod-security/checked-pods';
import { type Violation } from '../../../pod-security/control';
import { type PodSecurityLevel } from '../../../pod-security/level';
import { levelLabel } from '../../../pod-security/namespace-labels';
import { type NamespacePolicy } from '../../../pod-security/namespace-policy';
import { type CheckContext } from '../../../rule-context';
import { writeValue } from '../../../schema/show-value';
import { type ModeRefusal } from './refusal-in';

/** What a rule says of the pods that its control refuses. */
export interface ControlWords {
  /** What a pod does, and what pods do: "shares namespaces of its node", "share namespaces of their node". */
  readonly does: readonly [one: string, many: string];
  /** How to mend it, with the value to write. */
  readonly help: (violations: readonly Violation[], pods: CheckedPods) => readonly string[];
  /** More that is to be known of it. */
  readonly notes?: (pods: CheckedPods, context: CheckContext) => readonly string[];
}

/** All that a finding is made of. */
export interface RefusalFacts {
  readonly entry: ObjectEntry;
  readonly namespace: NamespacePolicy;
  readonly pods: CheckedPods;
  readonly refusal: ModeRefusal;
  /** Those of its violations that are told of. */
  readonly places: readonly Violation[];
  /** Whether the server warns of what it accepts. */
  readonly warns: boolean;
  /** The strictest level that takes such pods. */
  readonly milder: PodSecurityLevel;
  readonly words: ControlWords;
  readonly context: CheckContext;
}

/** More places than that are counted only. */
const MOST = 4;

export function describeRefusal(facts: RefusalFacts): Finding {
  const { entry, pods, refusal, places, words, context } = facts;
  const { pointer } = pods.template;
  const subject =
    entry.kind === 'Pod'
      ? `${objectTitle(entry)} ${words.does[0]}`
      : `pods of ${objectTitle(entry)} ${words.does[1]}`;
  const owner = ownerPlace(facts);
  return {
    object: entry,
    path: `${pointer}${places[0]?.pointer ?? ''}`,
    title: `${subject}, which Pod Security \`${refusal.level}\` forbids`,
    label: placesInWords(entry, pointer, places),
    ...(owner && { others: [owner] }),
    notes: [
      answerOf(facts),
      ...(owner ? [] : [originInWords(facts)]),
      ...(words.notes?.(pods, context) ?? []),
    ],
    help: [...words.help(places, pods), ...elsewhere(facts)],
    severity: refusal.mode === 'enforce' && entry.kind !== 'PodTemplate' ? 'error' : 'warning',
  };
}

function placesInWords(entry: ObjectEntry, pointer: string, places: readonly Violation[]): string {
  const lines = places.slice(0, MOST).map((place) => {
    const path = `${pointer}${place.pointer}`;
    const value = getByJsonPointer(entry.object, path);
    const field = fieldName(path);
    if (value === undefined || value === null) return `${field} is not set`;
    return typeof value === 'object' ? `${field} is used` : `${field} is ${writeValue(value)}`;
  });
  const more = places.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}

/** What the server answers, and what becomes of the pods. */
function answerOf({ entry: { kind }, refusal: { mode, policy, text }, warns }: RefusalFacts): string {
  const violates = `violates PodSecurity "${policy}": ${text}`;
  if (mode === 'warn')
    return `the API server accepts it with a warning: would ${violates.replace('violates', 'violate')}`;
  if (mode === 'audit') {
    return `the API server accepts it; only its audit log says: would ${violates.replace('violates', 'violate')}`;
  }
  if (kind === 'Pod') return `the API server refuses it: ${violates}`;
  const accepted = `the ${kind} is accepted${warns ? ' with a warning' : ''}`;
  return `${accepted}, but every pod ${kind === 'PodTemplate' ? 'made of it ' : ''}is refused (FailedCreate): ${violates}`;
}

/** The label of the namespace. */
function ownerPlace({
  namespace: { entry, policy },
  refusal: { mode },
}: RefusalFacts): OtherPlace | undefined {
  const { label, level, version } = policy[mode];
  if (entry === undefined || label === undefined || level === undefined) return undefined;
  return {
    entry,
    path: jsonPointer('/metadata/labels', label),
    label: `label ${label} is ${level}${version === 'latest' ? '' : `, version ${version}`}`,
  };
}

function originInWords({ entry, namespace: { policy }, refusal: { mode, level } }: RefusalFacts): string {
  const { label } = policy[mode];
  return label === undefined
    ? `Namespace \`${entry.namespace}\` has no label \`${levelLabel(mode)}\`; the cluster's default is \`${level}\` (external.podSecurity)`
    : `Namespace \`${entry.namespace}\` is declared in \`external\` with the label \`${label}: ${level}\``;
}

/** Where such pods may live. */
function elsewhere({ milder, refusal: { mode } }: RefusalFacts): readonly string[] {
  if (mode !== 'enforce') return [];
  const label = `${levelLabel('enforce')}: ${milder}`;
  return [`where it is needed: a Namespace for such pods alone, with the label \`${label}\``];
}
