import { textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { Selection } from '../../model/selection';
import { isToleratedBy } from '../capacity/demand/daemon-nodes';
import { CORDONED, type NodeFacts } from './node-facts';

/** A taint, and the Nodes that have it. */
interface TaintedNodes {
  readonly taint: JsonObject;
  readonly nodes: NodeFacts[];
}

/** What the tolerations leave that many pods have. */
interface Base {
  readonly open: readonly NodeFacts[];
  readonly barred: ReadonlyMap<string, readonly NodeFacts[]>;
  readonly reasons: ReadonlyMap<NodeFacts, string>;
}

/** The Nodes by whether pods with some tolerations may go there. */
export interface ToleratedNodes {
  readonly open: Selection<NodeFacts>;
  /** How many Nodes are cordoned such that the pods may not go there. */
  readonly cordoned: number;
  /** How many Nodes the scheduler says of which taint; those of further ones together. */
  readonly taints: () => ReadonlyMap<string, number>;
}

export const UNSCHEDULABLE = 'node(s) were unschedulable';
export const UNTOLERATED = 'node(s) had untolerated taint';
/** Of more taints the first are told. */
const MOST_TAINTS = 20;
/** So many Nodes are looked at again for pods with tolerations of their own. */
const FEW = 32;

/** What the scheduler says of a Node for its taints; undefined where pods with these tolerations may go there. */
export function taintReason(
  { isCordoned, taints }: NodeFacts,
  tolerations: readonly JsonObject[],
): string | undefined {
  if (isCordoned && !isToleratedBy(tolerations, CORDONED)) return UNSCHEDULABLE;
  const taint = taints.find((each) => !isToleratedBy(tolerations, each));
  return taint && taintInWords(taint);
}

/** Upstream: `Filter` of plugins/tainttoleration/taint_toleration.go. */
function taintInWords({ key, value }: JsonObject): string {
  const label = `${typeof key === 'string' ? key : ''}: ${typeof value === 'string' ? value : ''}`;
  return `${UNTOLERATED} {${label}}`;
}

/**
 * The Nodes by their taints. Thousands of pods may each tolerate the taint of one Node: what others tolerate too is asked of all Nodes once,
 * and what few Nodes have only of these.
 */
export class TaintIndex {
  private readonly byKey = new Map<unknown, TaintedNodes[]>();
  private readonly all: readonly TaintedNodes[];
  private readonly tolerated = new Map<string, readonly NodeFacts[]>();
  private readonly bases = new Map<string, Base>();
  private readonly answers = new Map<string, ToleratedNodes>();
  private readonly few: number;

  constructor(
    private readonly nodes: readonly NodeFacts[],
    private readonly placeOf: (node: NodeFacts) => number,
  ) {
    this.few = Math.max(FEW, Math.sqrt(nodes.length));
    const byTaint = new Map<string, TaintedNodes>();
    for (const node of nodes) {
      for (const taint of node.taints) {
        const at = JSON.stringify([taint.key ?? null, taint.value ?? null, taint.effect ?? null]);
        let known = byTaint.get(at);
        if (known === undefined) byTaint.set(at, (known = this.add(taint)));
        if (known.nodes.at(-1) !== node) known.nodes.push(node);
      }
    }
    this.all = [...byTaint.values()];
  }

  /** The same answer for tolerations that come to the same. */
  for(tolerations: readonly JsonObject[]): ToleratedNodes {
    const telling = tolerations
      .map((toleration) => {
        const { key = null, operator = null, value = null, effect = null } = toleration;
        const at = JSON.stringify([key, operator, value, effect]);
        return { toleration, at, nodes: this.toleratedBy(toleration, at) };
      })
      .filter(({ nodes }) => nodes.length > 0)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const asked = telling.map(({ at }) => at).join();
    let answer = this.answers.get(asked);
    if (answer === undefined) {
      answer = this.answer(telling);
      this.answers.set(asked, answer);
    }
    return answer;
  }

  private answer(telling: readonly TellingToleration[]): ToleratedNodes {
    const again = new Set<NodeFacts>();
    let isFew = true;
    const bySize = [...telling].sort((a, b) => a.nodes.length - b.nodes.length);
    const shared = bySize.filter(({ nodes }) => {
      isFew &&= again.size + nodes.length <= this.few;
      if (isFew) for (const node of nodes) again.add(node);
      return !isFew;
    });
    const base = this.base(shared);
    const all = telling.map(({ toleration }) => toleration);
    const changed = [...again].flatMap((node) => {
      const before = base.reasons.get(node);
      const after = taintReason(node, all);
      return before === undefined || before === after ? [] : { node, before, after };
    });
    return this.merged(base, changed);
  }

  private merged(base: Base, changed: readonly Change[]): ToleratedNodes {
    const opened = changed
      .flatMap(({ node, after }) => (after === undefined ? [node] : []))
      .sort((a, b) => this.placeOf(a) - this.placeOf(b));
    const parts = [base.open, opened].filter((from) => from.length > 0);
    const isNot = changed.filter(({ before }) => before === UNSCHEDULABLE).length;
    const is = changed.filter(({ after }) => after === UNSCHEDULABLE).length;
    return {
      open: new Selection(
        parts.map((from) => ({ from, without: new Set() })),
        this.placeOf,
      ),
      cordoned: (base.barred.get(UNSCHEDULABLE)?.length ?? 0) - isNot + is,
      taints: () => taintCounts(base, changed),
    };
  }

  private base(shared: readonly TellingToleration[]): Base {
    const tolerations = shared.map(({ toleration }) => toleration);
    const at = shared
      .map((each) => each.at)
      .sort()
      .join();
    let base = this.bases.get(at);
    if (base === undefined) {
      const open: NodeFacts[] = [];
      const barred = new Map<string, NodeFacts[]>();
      const reasons = new Map<NodeFacts, string>();
      for (const node of this.nodes) {
        const reason = taintReason(node, tolerations);
        if (reason === undefined) open.push(node);
        else {
          reasons.set(node, reason);
          const known = barred.get(reason);
          if (known === undefined) barred.set(reason, [node]);
          else known.push(node);
        }
      }
      // All Nodes are one list, whatever is tolerated.
      base = { open: open.length === this.nodes.length ? this.nodes : open, barred, reasons };
      this.bases.set(at, base);
    }
    return base;
  }

  /** The Nodes that have some taint that is tolerated. */
  private toleratedBy(toleration: JsonObject, at: string): readonly NodeFacts[] {
    let found = this.tolerated.get(at);
    if (found === undefined) {
      // An empty key is every key, as a missing one is.
      const key = textField(toleration, 'key');
      const candidates = key === undefined ? this.all : (this.byKey.get(key) ?? []);
      found = candidates
        .filter(({ taint }) => isToleratedBy([toleration], taint))
        .flatMap(({ nodes }) => nodes);
      this.tolerated.set(at, found);
    }
    return found;
  }

  private add(taint: JsonObject): TaintedNodes {
    const tainted: TaintedNodes = { taint, nodes: [] };
    const known = this.byKey.get(taint.key);
    if (known === undefined) this.byKey.set(taint.key, [tainted]);
    else known.push(tainted);
    return tainted;
  }
}

/** A toleration of some taint that a Node has. */
interface TellingToleration {
  readonly toleration: JsonObject;
  readonly at: string;
  readonly nodes: readonly NodeFacts[];
}

interface Change {
  readonly node: NodeFacts;
  readonly before: string;
  readonly after: string | undefined;
}

function taintCounts(base: Base, changed: readonly Change[]): ReadonlyMap<string, number> {
  const less = new Map<string, number>();
  const counts = new Map<string, number>();
  let others = 0;
  for (const { before } of changed) less.set(before, (less.get(before) ?? 0) + 1);
  for (const [reason, nodes] of base.barred) {
    if (reason === UNSCHEDULABLE) continue;
    const count = nodes.length - (less.get(reason) ?? 0);
    if (count === 0) continue;
    if (counts.size === MOST_TAINTS) {
      const shown = [...counts].reduce((sum, [at, each]) => sum + each + (less.get(at) ?? 0), 0);
      const all = base.reasons.size - (base.barred.get(UNSCHEDULABLE)?.length ?? 0);
      const gone = changed.filter(({ before }) => before !== UNSCHEDULABLE && !counts.has(before)).length;
      others = all - shown - gone;
      break;
    }
    counts.set(reason, count);
  }
  for (const { after } of changed) {
    if (after === undefined || after === UNSCHEDULABLE) continue;
    if (counts.has(after) || counts.size < MOST_TAINTS) counts.set(after, (counts.get(after) ?? 0) + 1);
    else others += 1;
  }
  if (others > 0) counts.set(`${UNTOLERATED} {…}`, others);
  return counts;
}
