import { jsonPointer } from '../../../../model/json-pointer';
import { type Quantity } from '../../../../model/quantity';
import { type Demand } from '../../../capacity/demand/demand';
import { type Charge, type Ledger, type Line } from '../../../capacity/quota/ledger';
import { type QuotaLedgers } from '../../../capacity/quota/namespace-ledgers';
import { scopesInWords } from '../../../capacity/quota/scopes';
import { chargeInWords, largestCharges, lineInWords, SHOWN, totalOf } from '../../../capacity/words/charges';
import { inFormatOf } from '../../../capacity/words/in-format-of';
import { firstRefusal } from '../../../capacity/words/refusal';
import { objectTitle } from '../../../object-names';
import { type OtherPlace } from '../../../finding';
import { type RuleContext } from '../../../rule-context';

/** What a rule says of a quota that is exceeded. */
export interface ExceededRule {
  /** Whether it is about these demands. */
  readonly isAbout: (demand: Demand) => boolean;
  /** What is over the quota: "the pods of its namespace". */
  readonly what: string;
}

/** Reports a quota whose steady sums are over it, once for all of its resources that a rule is about. */
export function reportExceeded(
  { quota, possible }: QuotaLedgers,
  context: RuleContext,
  rule: ExceededRule,
): void {
  const over = [...possible.lines.values()].filter(
    ({ charges, figures, hard }) =>
      figures.steady.compare(hard) > 0 && charges.some(({ demand }) => rule.isAbout(demand)),
  );
  const [first] = over;
  if (first === undefined) return;
  const refusal = firstRefusal(
    { ...possible, demands: possible.demands.filter(rule.isAbout) },
    ({ counts }) => counts.steady,
  );
  context.report({
    object: quota.entry,
    path: hardPath(first.resource),
    title: `${objectTitle(quota.entry)} is exceeded by ${rule.what}`,
    label: over.map(overInWords).join('\n'),
    others: contributors(over),
    notes: [
      ...scopeNote(possible),
      ...(refusal === undefined ? [] : [`${consequence(refusal.demand)}:\n"${refusal.message}"`]),
      ...perNodeNotes(possible, over),
    ],
    help: over.map((line) => help(line)),
  });
}

/** What becomes of those that come last. */
function consequence({ entry, pods }: Demand): string {
  return pods === undefined || entry?.kind === 'Pod'
    ? 'the API server refuses what comes last'
    : 'the workloads are accepted, and the pods that come last are refused (FailedCreate)';
}

/** JSON pointer of a resource of a quota. */
export function hardPath(resource: string): string {
  return jsonPointer('/spec/hard', resource);
}

function overInWords(line: Line): string {
  const excess = inFormatOf(line.hard, line.figures.steady.subtract(line.hard));
  return `${lineInWords(line, 'steady')}, ${excess.toString()} over the quota of ${line.hard.toString()}`;
}

/** Where the largest parts of the sums come from. */
function contributors(over: readonly Line[]): readonly OtherPlace[] {
  const places = new Map<Demand, string[]>();
  const countedOnly = over.every(({ resource }) => isCount(resource));
  for (const { resource, charges } of over) {
    for (const charge of largestCharges(charges, 'steady').slice(0, SHOWN)) {
      const lines = places.get(charge.demand) ?? [];
      lines.push(placeInWords(charge, resource));
      places.set(charge.demand, lines);
    }
  }
  return [...places].flatMap(([{ entry, pointer }, lines]) =>
    entry === undefined ? [] : [{ entry, path: countedOnly ? '' : pointer, label: lines.join('\n') }],
  );
}

function placeInWords(charge: Charge, resource: string): string {
  const words = chargeInWords(charge, 'steady');
  const total = totalOf(charge, 'steady').toString();
  return `${resource}: ${words === total ? total : `${words} = ${total}`}`;
}

/** Which pods a scoped quota counts. */
export function scopeNote({ quota }: Ledger): readonly string[] {
  return quota.scopes.length === 0 ? [] : [`the quota counts ${scopesInWords(quota.scopes)} only`];
}

/** Pods of which there is one a node, and nobody said how many nodes there are. */
export function perNodeNotes({ demands }: Ledger, lines: readonly Line[]): readonly string[] {
  return demands
    .filter(({ pods }) => pods?.numbers.isPerNode === true)
    .flatMap(({ title, each }) => {
      const amounts = lines.flatMap(({ resource }) => {
        const amount = each.get(resource);
        return amount === undefined ? [] : `${amount.toString()} of ${resource}`;
      });
      return amounts.length === 0
        ? []
        : [`the pods of ${title} come on top: ${amounts.join(', ')} on every node`];
    });
}

function help({ resource, hard, charges, figures }: Line): string {
  const excess = figures.steady.subtract(hard);
  const needed = inFormatOf(hard, figures.steady).toString();
  const raise = `raise the quota to ${resource}: ${needed}`;
  const [largest] = largestCharges(charges, 'steady');
  const less = largest && fewer(largest, excess);
  const by = inFormatOf(hard, excess).toString();
  const lower = less ?? (isCount(resource) ? `leave ${by} out` : `lower ${resource} by ${by} in all`);
  return `${lower}, or ${raise}`;
}

/** Whether it says how many, and not how much. */
function isCount(resource: string): boolean {
  return !/^(?:cpu|memory|ephemeral-storage|hugepages-.*|(?:.*\/)?(?:requests|limits)\..*)$/.test(resource);
}

/** Where the largest alone can make room by having fewer pods. */
function fewer({ demand, each }: Charge, excess: Quantity): string | undefined {
  const { pods, counts } = demand;
  if (pods === undefined || counts.steady < 2 || pods.numbers.autoscaler !== undefined) return undefined;
  for (let less = 1; less < counts.steady; less += 1) {
    if (each.multiply(less).compare(excess) >= 0)
      return `run ${demand.title} with ${counts.steady - less} replicas`;
  }
  return undefined;
}
