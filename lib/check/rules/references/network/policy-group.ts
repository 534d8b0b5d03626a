import { listField, objectField, textMapField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { isGeneratedLabel } from '../selection/generated-labels';
import { SelectorIndex } from '../selection/selector-index';
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
  /** Rules by what each of their peers asks of pods. */
  private readonly byPeer: SelectorIndex<PolicyRule>;
  private readonly byPorts = new Map<string, PolicyRule | undefined>();

  constructor(
    readonly policies: readonly ObjectEntry[],
    direction: TrafficRule['direction'],
  ) {
    this.rules = policies.flatMap((policy) =>
      trafficRules(policy.object)
        .filter((rule) => rule.direction === direction)
        .map((rule) => ({ policy, rule })),
    );
    this.openRules = this.rules.filter(({ rule: { peers } }) => !peers?.every(isOfPods));
    this.byPeer = new SelectorIndex(
      this.rules.flatMap((each) =>
        (each.rule.peers ?? [{}]).map((peer) => [each, askedLabels(peer)] as const),
      ),
    );
  }

  /** The rules that may have these pods among their peers; others cannot. */
  candidates({ template: { labels } }: PodSource): readonly PolicyRule[] {
    return this.byPeer.candidates(labels);
  }

  /** The first rule whose ports are right, asked for once for each key. */
  firstFor(key: string, isPort: (ports: TrafficRule['ports']) => boolean): PolicyRule | undefined {
    if (!this.byPorts.has(key)) {
      const found = this.rules.find(({ rule }) => isPort(rule.ports));
      this.byPorts.set(key, found);
    }
    return this.byPorts.get(key);
  }
}

function isOfPods(peer: JsonObject): boolean {
  return objectField(peer, 'ipBlock') === undefined && objectField(peer, 'namespaceSelector') === undefined;
}

/** The labels that pods must have, as their manifests say, to be this peer; none where that cannot be told by labels alone. */
function askedLabels(peer: JsonObject): Readonly<Record<string, string>> {
  const selector = objectField(peer, 'podSelector');
  // An expression may make no sense, and then means nobody knows whom.
  if (listField(selector, 'matchExpressions').length > 0) return {};
  return Object.fromEntries(
    Object.entries(textMapField(selector, 'matchLabels')).filter(
      ([key]) => !isGeneratedLabel(key) && !isInjectedLabel(key),
    ),
  );
}
