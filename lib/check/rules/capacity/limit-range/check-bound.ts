import { type ObjectEntry, originOf } from '../../../../model/object-entry';
import { podTemplate } from '../../../../model/pod-template';
import { objectTitle } from '../../../object-names';
import { mayOvercommit } from '../../../capacity/resource-names';
import { type ObjectRule } from '../../../rule';
import { type RuleContext } from '../../../rule-context';
import {
  type LimitBound,
  limitViolations,
  type LimitViolation,
} from '../../../capacity/limit-range/limit-violations';
import {
  type LimitRangeEntry,
  limitingRanges,
  namespaceLimits,
} from '../../../capacity/limit-range/namespace-limits';
import { type PodResources } from '../../../capacity/limit-range/pod-resources';
import { podsResources } from '../../../capacity/limit-range/pods-resources';
import { sumInWords } from './sum-in-words';

/** What a rule about one bound of LimitRanges says of it. */
export interface BoundRule {
  readonly bound: LimitBound;
  /** What a pod does, and what pods do, before "the LimitRange": "exceeds", "exceed". */
  readonly verb: readonly [one: string, many: string];
  /**
   * How to mend it.
   *
   * @param whose Whose amounts they are: "the pod's total", or "the cpu limit of `api`".
   * @param owner Who sets the bounds: the tenant, or the LimitRange.
   */
  readonly help: (violation: LimitViolation, whose: string, owner: string) => string;
}

/**
 * The check of a rule that reports the pods of a workload that break a bound of LimitRanges of their namespace, once for
 * each LimitRange.
 */
export function checkBound(rule: BoundRule): ObjectRule['check'] {
  return (entry, context) => {
    const limitRanges = context.once(namespaceLimits).get(entry.namespace);
    if (limitRanges !== undefined) reportViolations(entry, limitRanges, rule, context);
  };
}

function reportViolations(
  entry: ObjectEntry,
  limitRanges: readonly LimitRangeEntry[],
  rule: BoundRule,
  context: RuleContext,
): void {
  const template = podTemplate(entry.object);
  if (template?.spec === undefined) return;
  const pod = podsResources(entry, template.spec, context);
  for (const limitRange of limitingRanges(limitRanges)) {
    const violations = limitViolations(limitRange.items, pod).filter(({ bound }) => bound === rule.bound);
    const [first] = violations;
    if (first === undefined) continue;
    const owner = ownerOf(limitRange, context);
    context.report({
      object: entry,
      path: `${template.specPointer}/${first.container?.field ?? 'containers'}`,
      title: `${subject(entry, rule)} the LimitRange \`${limitRange.entry.name}\``,
      label: lines(violations.map((violation) => amountInWords(violation, pod))),
      others: [
        {
          entry: limitRange.entry,
          path: `/spec/limits/${first.item.index}/${rule.bound}`,
          label: lines(violations.map(boundInWords)),
        },
      ],
      notes: [
        `${entry.kind === 'Pod' ? 'the API server refuses it' : `the ${entry.kind} is accepted, but every pod is refused`}:\n${lines(
          violations.map((violation) => `"${answer(violation)}"`),
        )}`,
      ],
      help: [...new Set(violations.map((violation) => rule.help(violation, whose(violation), owner)))],
    });
  }
}

/** What the server says. That a request is above its limit, written or by default, it sees before any LimitRange. */
function answer({ container, resource, judged: { request, limit }, message }: LimitViolation): string {
  if (container === undefined || request === undefined || limit === undefined) return message;
  if (request.compare(limit) <= 0 || !mayOvercommit(resource)) return message;
  return `Invalid value: "${request.toString()}": must be less than or equal to ${resource} limit of ${limit.toString()}`;
}

function subject(entry: ObjectEntry, { verb: [one, many] }: BoundRule): string {
  return entry.kind === 'Pod' ? `${objectTitle(entry)} ${one}` : `pods of ${objectTitle(entry)} ${many}`;
}

/** A tenant is what makes the Namespace and its bounds in one place. */
function ownerOf({ entry }: LimitRangeEntry, { set }: RuleContext): string {
  const namespace = set.find('', 'Namespace', undefined, entry.namespace);
  const [own, at] = [originOf(entry), namespace && originOf(namespace)];
  const isTenant =
    own !== undefined && at?.file === own.file && at.line === own.line && at.column === own.column;
  return isTenant ? 'tenant' : 'LimitRange';
}

function whose({ container, resource, observed }: LimitViolation): string {
  const side = observed?.side ?? 'limit';
  return container === undefined ? "the pod's total" : `the ${resource} ${side} of \`${container.name}\``;
}

function amountInWords(violation: LimitViolation, pod: PodResources): string {
  const { bound, container, resource, observed, judged } = violation;
  if (bound === 'maxLimitRequestRatio') {
    const of = container === undefined ? 'the pod' : `container ${container.name}`;
    const [request, limit] = [judged.request?.toString() ?? 'none', judged.limit?.toString() ?? 'none'];
    return `${resource} of ${of}: limit ${limit}, request ${request}`;
  }
  const side = observed?.side ?? 'limit';
  if (container === undefined) return sumInWords(pod, resource, side);
  return observed === undefined
    ? `container ${container.name} has no ${resource} ${side}`
    : `${resource} ${side} of container ${container.name} is ${observed.amount.toString()}`;
}

function boundInWords({ item, bound, resource, enforced }: LimitViolation): string {
  return `LimitRange, type ${item.type}, ${bound} ${resource} ${enforced.toString()}`;
}

/** One line each, none twice. */
function lines(texts: readonly string[]): string {
  return [...new Set(texts)].join('\n');
}
