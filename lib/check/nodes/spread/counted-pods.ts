import { requirementHolds } from '../../../model/selector/matches-selector';
import { type Labels, type Requirement } from '../../../model/selector/selector';
import { type SpreadConstraint } from './spread-constraints';

/** Labels that controllers give their pods, whose values no manifest has. */
const GIVEN: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

/** Labels that the pods of one version of a workload have, and those of another have not. */
const OF_A_REVISION: ReadonlySet<string> = new Set(['controller-revision-hash', 'pod-template-hash']);

/** The labels that a constraint asks for, and pods with these labels do not have. */
export function unmetRequirements({ selector }: SpreadConstraint, labels: Labels): readonly Requirement[] {
  if (selector === 'nothing') return [];
  return selector.requirements.filter(
    (each) =>
      !GIVEN.has(each.key) &&
      !requirementHolds(each, Object.hasOwn(labels, each.key) ? labels[each.key] : undefined),
  );
}

/**
 * Whether a constraint counts pods with these labels, so that it spreads them. A selector of everything counts none, which
 * is the scheduler's way.
 *
 * Upstream: `countPodsMatchSelector`, k8s.io/kubernetes/pkg/scheduler/framework/plugins/podtopologyspread/common.go.
 */
export function countsOwnPods(constraint: SpreadConstraint, labels: Labels): boolean {
  const { selector } = constraint;
  return (
    selector !== 'nothing' &&
    !selectsAll(constraint, labels) &&
    unmetRequirements(constraint, labels).length === 0
  );
}

/** Whether its selector is empty: neither it nor `matchLabelKeys` asks for a label. Keys that the pod lacks are passed over. */
export function selectsAll({ selector, matchLabelKeys }: SpreadConstraint, labels: Labels): boolean {
  return (
    selector !== 'nothing' &&
    selector.requirements.length === 0 &&
    !matchLabelKeys.some((key) => GIVEN.has(key) || Object.hasOwn(labels, key))
  );
}

/** Whether it counts the pods of each version of a workload apart, as `matchLabelKeys: [pod-template-hash]` does. */
export function countsRevisionsApart({ matchLabelKeys }: SpreadConstraint): boolean {
  return matchLabelKeys.some((key) => OF_A_REVISION.has(key));
}
