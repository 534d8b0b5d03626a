import { listField, objectField, textMapField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { isGeneratedLabel } from '../selection/generated-labels';
import { isInjectedLabel } from './injected-labels';
import { type TrafficRule, trafficRules } from './policy-selection';

/** A rule, and the policy that has it. */
export interface PolicyRule {
  readonly policy: ObjectEntry;
  readonly rule: TrafficRule;
}

/** Policies that isolate the same pods in the same direction. */
export class PolicyGroup {
  readonly rules: readonly PolicyRule[];
  /** Rules that are about more than pods of the policy's own namespace. */
  readonly openRules: readonly PolicyRule[];
  /** Rules by a label that one of their peers asks for, and those that any pod may be a peer of. */
  private readonly byLabel = new Map<string, PolicyRule[]>();
  private readonly forAny: PolicyRule[] = [];
  private readonly byPorts = new Map<string, PolicyRule | undefined>();

  constructor(
    readonly policies: readonly ObjectEntry[],
    readonly direction: TrafficRule['direction'],
  ) {
    this.rules = policies.flatMap((policy) =>
      trafficRules(policy.object)
        .filter((rule) => rule.direction === direction)
        .map((rule) => ({ policy, rule })),
    );
    this.openRules = this.rules.filter(
      ({ rule: { peers } }) => peers === undefined || !peers.every(isOfPods),
    );
    for (const each of this.rules) {
      for (const label of labelsOf(each.rule)) this.put(label, each);
    }
  }

  /** The rules that may have these pods among their peers; others cannot. */
  candidates({ template: { labels } }: PodSource): readonly PolicyRule[] {
    const labelled = Object.entries(labels).flatMap(
      ([key, value]) => this.byLabel.get(labelKey(key, value)) ?? [],
    );
    return [...this.forAny, ...labelled];
  }

  /** The first rule whose ports are right, asked for once for each key. */
  firstFor(key: string, isPort: (ports: TrafficRule['ports']) => boolean): PolicyRule | undefined {
    if (!this.byPorts.has(key))
      this.byPorts.set(
        key,
        this.rules.find(({ rule }) => isPort(rule.ports)),
      );
    return this.byPorts.get(key);
  }

  private put(label: string | undefined, rule: PolicyRule): void {
    const known = label === undefined ? this.forAny : this.byLabel.get(label);
    if (known === undefined) this.byLabel.set(label ?? '', [rule]);
    else if (known.at(-1) !== rule) known.push(rule);
  }
}

function isOfPods(peer: JsonObject): boolean {
  return objectField(peer, 'ipBlock') === undefined && objectField(peer, 'namespaceSelector') === undefined;
}

/** A label for each peer that every pod has which is that peer; undefined for one that asks for none that is surely written. */
function labelsOf({ peers }: TrafficRule): ReadonlySet<string | undefined> {
  return new Set(
    (peers ?? [{}]).map((peer) => {
      const selector = objectField(peer, 'podSelector');
      if (listField(selector, 'matchExpressions').length > 0) return undefined;
      const plain = Object.entries(textMapField(selector, 'matchLabels')).find(
        ([key]) => !isGeneratedLabel(key) && !isInjectedLabel(key),
      );
      return plain && labelKey(...plain);
    }),
  );
}

function labelKey(key: string, value: string): string {
  return `${key}=${value}`;
}
