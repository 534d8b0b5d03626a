import { groupBy } from '../../../model/group-by';
import { objectField } from '../../../model/json-object';
import { DEFAULT_KUBERNETES_VERSION } from '../../../model/kubernetes-version';
import { Memo } from '../../../model/memo';
import { type ObjectEntry } from '../../../model/object-entry';
import { type ObjectSet } from '../../../model/object-set';
import { type Quantity } from '../../../model/quantity';
import { checkContext } from '../../check-context';
import { type KubewrightConfig } from '../../config';
import { ExternalIndex } from '../../external/external-index';
import { type CheckContext } from '../../rule-context';
import { type Demand } from '../demand/demand';
import { namespaceDemands } from '../demand/namespace-demands';
import { type Figures, figuresOf, ledgerOf } from '../quota/ledger';
import { namespaceQuotas, type Quota } from '../quota/quotas';
import { scopesInWords } from '../quota/scopes';
import { inFormatOf } from '../words/in-format-of';

/** One resource of a namespace. */
export interface CapacityRow {
  /** By the name that quotas have for it: `requests.cpu`. */
  readonly resource: string;
  /** What is there while nothing changes. */
  readonly requested: Quantity;
  /** While everything rolls out, and every Job and CronJob runs. */
  readonly atPeak: Quantity;
  /** With every autoscaler at its maximum. */
  readonly atMaximum: Quantity;
  /** The ResourceQuota that limits it; absent where none does. */
  readonly quota?: {
    readonly name: string;
    /** `BestEffort`; empty where it counts all. */
    readonly scopes: string;
    readonly hard: Quantity;
    /** What the greatest of the three leaves, below zero where it is over. */
    readonly left: Quantity;
  };
}

/** What a namespace needs, and what its quotas permit. */
export interface NamespaceCapacity {
  readonly namespace: string;
  readonly rows: readonly CapacityRow[];
  /** What the figures do not hold. */
  readonly notes: readonly string[];
}

/** Resources that are of interest without any quota, each with another name that a quota may have for it. */
const ALWAYS_SHOWN = [
  ['pods', 'pods'],
  ['requests.cpu', 'cpu'],
  ['requests.memory', 'memory'],
  ['limits.cpu', 'limits.cpu'],
  ['limits.memory', 'limits.memory'],
] as const;

/** What each namespace of a set needs and may have, sorted by name; those that have neither pods nor quotas are left out. */
export function capacityTable(
  set: ObjectSet,
  { target = DEFAULT_KUBERNETES_VERSION, external }: Pick<KubewrightConfig, 'target' | 'external'> = {},
): readonly NamespaceCapacity[] {
  return Memo.during(() => tableOf(checkContext(set, target, new ExternalIndex(external))));
}

function tableOf(context: CheckContext): readonly NamespaceCapacity[] {
  return context.set.namespaces().flatMap((namespace) => {
    const demands = namespaceDemands(namespace, context);
    const quotas = context.once(namespaceQuotas).get(namespace) ?? [];
    if (quotas.length === 0 && !demands.some(({ pods }) => pods !== undefined)) return [];
    const rows = [
      ...unlimited(demands, quotas),
      ...quotas.flatMap((quota) => ofQuota(quota, demands, context)),
    ];
    return [{ namespace, rows, notes: notesOf(demands) }];
  });
}

/** What no quota on all pods limits. */
function unlimited(demands: readonly Demand[], quotas: readonly Quota[]): readonly CapacityRow[] {
  const limited = new Set(
    quotas.filter(({ scopes }) => scopes.length === 0).flatMap(({ hard }) => [...hard.keys()]),
  );
  const rows = ALWAYS_SHOWN.filter((names) => !names.some((name) => limited.has(name))).map(([resource]) =>
    row(
      resource,
      figuresOf(
        demands.flatMap((demand) => {
          const each = demand.each.get(resource);
          return each === undefined ? [] : [{ demand, each }];
        }),
      ),
    ),
  );
  return rows.filter(
    ({ resource, requested, atPeak, atMaximum }) =>
      resource === 'pods' || [requested, atPeak, atMaximum].some((amount) => !amount.isZero()),
  );
}

function ofQuota(quota: Quota, demands: readonly Demand[], { target }: CheckContext): readonly CapacityRow[] {
  const { lines } = ledgerOf(quota, demands, target);
  return [...lines.values()].map(({ resource, hard, figures }) => {
    const most = [figures.steady, figures.peak, figures.autoscaled].reduce((a, b) =>
      a.compare(b) >= 0 ? a : b,
    );
    return {
      ...row(resource, figures, hard),
      quota: {
        name: quota.entry.name,
        scopes: scopesInWords(quota.scopes),
        hard,
        left: inFormatOf(hard, hard.subtract(most)),
      },
    };
  });
}

function row(resource: string, { steady, peak, autoscaled }: Figures, hard?: Quantity): CapacityRow {
  const shown = (amount: Quantity): Quantity => (hard === undefined ? amount : inFormatOf(hard, amount));
  return { resource, requested: shown(steady), atPeak: shown(peak), atMaximum: shown(autoscaled) };
}

function notesOf(demands: readonly Demand[]): readonly string[] {
  return [
    ...demands.flatMap(({ title, each, pods }) => {
      if (pods?.numbers.isPerNode !== true) return [];
      const asked = ['requests.cpu', 'requests.memory'].flatMap((name) => {
        const amount = each.get(name);
        return amount === undefined ? [] : `${amount.toString()} of ${name}`;
      });
      const what = ['a pod', ...asked].join(', ');
      return `${title} is not counted: ${what} on every node that it runs on; give the Nodes with the manifests, or as external.nodes in kubewright.config.ts, to have it counted`;
    }),
    ...silentNotes(demands),
    ...demands.flatMap(({ title, entry, counts, pods }) =>
      entry?.kind === 'CronJob' && pods !== undefined && counts.peak > 0 && isOverlapping(entry.object)
        ? `${title} is counted once; its Jobs may overlap (concurrencyPolicy Allow)`
        : [],
    ),
  ];
}

/** Pods that ask for nothing, and so make a sum look smaller than what they use. */
function silentNotes(demands: readonly Demand[]): readonly string[] {
  const names = ['requests.cpu', 'requests.memory'];
  const silent = demands.flatMap(({ title, pods, each, counts }) => {
    const missing = names.filter((name) => !each.has(name));
    return pods === undefined || counts.peak === 0 || missing.length === 0
      ? []
      : [{ title, missing: missing.join(' and ') }];
  });
  return [...groupBy(silent, ({ missing }) => missing)].map(([missing, group]) => {
    const shown = group.slice(0, 3).map(({ title }) => title);
    const more = group.length - shown.length;
    return `no ${missing} of ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
}

/** Default `Allow`: `SetDefaults_CronJob`, pkg/apis/batch/v1/defaults.go. */
function isOverlapping(object: ObjectEntry['object']): boolean {
  return (objectField(object, 'spec')?.concurrencyPolicy ?? 'Allow') === 'Allow';
}
