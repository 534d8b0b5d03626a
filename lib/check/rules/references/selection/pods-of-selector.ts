import { type JsonObject } from '../../../../model/json-value';
import { type LabelRequirement } from '../../../../model/label-index';
import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';
import { Selection } from '../../../../model/selection';
import { requirementHolds } from '../../../../model/selector/matches-selector';
import { type CheckContext } from '../../../rule-context';
import { isGeneratedLabel, mayGenerateLabel } from './generated-labels';
import { generatedPods } from './generated-pods';
import { madePods } from './made-pods';
import { selectorRequirements } from './selector-requirements';

/**
 * The pods of a namespace that a `LabelSelector` selects: none where it is missing, all where it is empty. Labels that
 * controllers put on their pods count as in `selectedPods`. Templates that nothing makes pods of (PodTemplate) are none.
 * Of thousands that each leave out some pods it says so without a list for each, so that what is asked of all of them can be asked
 * of what they share.
 */
export function podsOfSelector(
  context: CheckContext,
  namespace: string,
  selector: JsonObject | undefined,
): Selection<PodSource> {
  const requirements = selectorRequirements(selector);
  if (requirements === undefined) return NONE;
  // As nearly all are: these leave nothing out, and select a list of their own.
  if (requirements.every(isPlain)) return wholly(madePods(context.set.podsMatching(namespace, requirements)));
  const written = requirements.filter(isWritten);
  const generated = requirements.filter(({ key, operator }) => isGeneratedLabel(key) && operator === 'In');
  return generated.reduce(
    (pods, { key, values = [] }) => pods.where((list) => generatedPods(list).meeting(key, values)),
    context.set.podSelection(namespace, written).where(madePods),
  );
}

/** What can be told by the labels that are written: where a controller may give one, that it has another value is no sure thing. */
function isWritten({ key, operator }: LabelRequirement): boolean {
  return !isGeneratedLabel(key) || operator === 'NotIn';
}

/** Whether `podsOfSelector` gives a pod of the namespace. */
export function isSelected(pod: PodSource, selector: JsonObject | undefined): boolean {
  if (pod.entry.kind === 'PodTemplate') return false;
  const { labels } = pod.template;
  return (
    selectorRequirements(selector)?.every((each) =>
      isGeneratedLabel(each.key)
        ? mayMeet(pod, each)
        : requirementHolds(
            { ...each, values: each.values ?? [] },
            Object.hasOwn(labels, each.key) ? labels[each.key] : undefined,
          ),
    ) ?? false
  );
}

/** What no manifest tells is taken for possible. */
function mayMeet(pod: PodSource, { key, operator, values = [] }: LabelRequirement): boolean {
  const own = Object.hasOwn(pod.template.labels, key) ? pod.template.labels[key] : undefined;
  switch (operator) {
    case 'In':
      return values.some((value) => own === value || mayGenerateLabel(pod, key, value));
    case 'NotIn':
      return own === undefined || !values.includes(own);
    case 'Exists':
    case 'DoesNotExist':
      return true;
  }
}

function placeOf({ entry }: PodSource): number {
  return entry.position;
}

const NONE = new Selection<PodSource>([], placeOf);

const wholly = oncePer((from: readonly PodSource[]) =>
  from.length === 0 ? NONE : new Selection<PodSource>([{ from, without: new Set() }], placeOf),
);

/** Whether it asks for one value of a label that no controller gives. */
function isPlain({ key, operator, values }: LabelRequirement): boolean {
  return operator === 'In' && values?.length === 1 && !isGeneratedLabel(key);
}
