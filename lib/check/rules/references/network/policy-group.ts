import { objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { type ObjectEntry } from '../../../../model/object-entry';
import { type PodSource } from '../../../../model/object-set';
import { isGeneratedLabel } from '../selection/generated-labels';
import { selectorRequirements } from '../selection/selector-requirements';
import { SelectorIndex } from '../selection/selector-index';
import { isInjectedLabel } from './injected-labels';
import { type TrafficRule, trafficRules } from './policy-selection';

/** A rule, and the policy that has it. */
export interface PolicyRule {
  readonly policy: ObjectEntry;
  readonly rule: TrafficRule;
}

/** A policy, and the pods of those of its group that it does not hold for. */
export interface GroupedPolicy {
  readonly policy: ObjectEntry;
  readonly without: ReadonlySet<PodSource>;
}

const NONE: ReadonlySet<ObjectEntry> = new Set();

/** Policies that isolate the same pods in the same direction, but for a few that one of them leaves out. */
export class PolicyGroup {
  private readonly policies: readonly ObjectEntry[];
  /** The policies that do not hold for pods, of those that some policy leaves out. */
  private readonly others = new Map<ObjectEntry, Set<ObjectEntry>>();
  private readonly rules: readonly PolicyRule[];
  /** Rules that are about more than pods of the policy's own namespace. */
  private readonly openRules: readonly PolicyRule[];
  /** Rules by what each of their peers asks of pods. */
  private readonly byPeer: SelectorIndex<PolicyRule>;
  private readonly byPorts = new Map<string, PolicyRule | undefined>();

  constructor(policies: readonly GroupedPolicy[], direction: TrafficRule['direction']) {
    this.policies = policies.map(({ policy }) => policy);
    for (const { policy, without } of policies) {
      for (const { entry } of without) {
        const known = this.others.get(entry);
        if (known === undefined) this.others.set(entry, new Set([policy]));
        else known.add(policy);
      }
    }
    this.rules = this.policies.flatMap((policy) =>
      trafficRules(policy.object)
        .filter((rule) => rule.direction === direction)
        .map((rule) => ({ policy, rule })),
    );
    this.openRules = this.rules.filter(({ rule: { peers } }) => !peers?.every(isOfPods));
    this.byPeer = new SelectorIndex(
      this.rules.flatMap((each) =>
        (each.rule.peers ?? [{}]).flatMap((peer) =>
          askedLabels(peer).map((labels) => [each, labels] as const),
        ),
      ),
    );
  }

  /** Whether any of the policies holds for these pods. */
  holdsFor(judged: ObjectEntry): boolean {
    return this.policies.length > this.othersOf(judged).size;
  }

  /** The first of the rules that hold for pods which may have others among its peers; and meets a condition. */
  findFor(
    judged: ObjectEntry,
    { template: { labels } }: PodSource,
    isAsked: (rule: PolicyRule) => boolean,
  ): PolicyRule | undefined {
    const others = this.othersOf(judged);
    return this.byPeer.candidates(labels).find((each) => !others.has(each.policy) && isAsked(each));
  }

  /** The same, of the rules that are about more than pods of the policy's own namespace. */
  findOpen(judged: ObjectEntry, isAsked: (rule: PolicyRule) => boolean): PolicyRule | undefined {
    const others = this.othersOf(judged);
    return this.openRules.find((each) => !others.has(each.policy) && isAsked(each));
  }

  /** The first rule that holds for pods whose ports are right, asked for once for each key. */
  findWithPort(
    judged: ObjectEntry,
    key: string,
    isPort: (ports: TrafficRule['ports']) => boolean,
  ): PolicyRule | undefined {
    const others = this.othersOf(judged);
    if (others.size > 0)
      return this.rules.find(({ policy, rule }) => !others.has(policy) && isPort(rule.ports));
    if (!this.byPorts.has(key)) {
      const found = this.rules.find(({ rule }) => isPort(rule.ports));
      this.byPorts.set(key, found);
    }
    return this.byPorts.get(key);
  }

  /** The first policy that holds for pods and has a rule. */
  firstWithRule(judged: ObjectEntry): ObjectEntry | undefined {
    const others = this.othersOf(judged);
    return this.rules.find(({ policy }) => !others.has(policy))?.policy;
  }

  /** The first policy that holds for pods. */
  firstFor(judged: ObjectEntry): ObjectEntry | undefined {
    const others = this.othersOf(judged);
    return this.policies.find((policy) => !others.has(policy));
  }

  private othersOf(judged: ObjectEntry): ReadonlySet<ObjectEntry> {
    return this.others.get(judged) ?? NONE;
  }
}

function isOfPods(peer: JsonObject): boolean {
  return objectField(peer, 'ipBlock') === undefined && objectField(peer, 'namespaceSelector') === undefined;
}

/**
 * The labels that pods must have, as their manifests say, to be this peer: one of several maps, of which one without any stands for what
 * cannot be told by labels alone.
 */
function askedLabels(peer: JsonObject): readonly Readonly<Record<string, string>>[] {
  const selector = objectField(peer, 'podSelector');
  // What makes no sense means nobody knows whom.
  const requirements = (selector && selectorRequirements(selector)) ?? [];
  const told = requirements.filter(
    ({ key, operator }) => operator === 'In' && !isGeneratedLabel(key) && !isInjectedLabel(key),
  );
  const single = told.flatMap(({ key, values = [] }) =>
    values.length === 1 ? values.map((value) => [key, value] as const) : [],
  );
  const [fewest] = [...told].sort((a, b) => (a.values?.length ?? 0) - (b.values?.length ?? 0));
  if (single.length > 0 || fewest === undefined) return [Object.fromEntries(single)];
  return (fewest.values ?? []).map((value) => ({ [fewest.key]: value }));
}
