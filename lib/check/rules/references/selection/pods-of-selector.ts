import { type JsonObject } from '../../../../model/json-value';
import { type LabelRequirement } from '../../../../model/label-index';
import { type PodSource } from '../../../../model/object-set';
import { type CheckContext } from '../../../rule-context';
import { isGeneratedLabel, mayGenerateLabel } from './generated-labels';
import { selectorRequirements } from './selector-requirements';

/**
 * The pods of a namespace that a `LabelSelector` selects: none where it is missing, all where it is empty. Labels that
 * controllers put on their pods count as in `selectedPods`. Templates that nothing makes pods of (PodTemplate) are none.
 * What is asked for again is not looked for again.
 */
export function podsOfSelector(
  context: CheckContext,
  namespace: string,
  selector: JsonObject | undefined,
): readonly PodSource[] {
  const requirements = selectorRequirements(selector);
  if (requirements === undefined) return [];
  const known = context.once(knownSelections);
  const at = `${namespace} ${JSON.stringify(requirements)}`;
  let pods = known.get(at);
  if (pods === undefined) known.set(at, (pods = podsMeeting(context, namespace, requirements)));
  return pods;
}

function knownSelections(): Map<string, readonly PodSource[]> {
  return new Map();
}

function podsMeeting(
  { set }: CheckContext,
  namespace: string,
  requirements: readonly LabelRequirement[],
): readonly PodSource[] {
  const generated = requirements.filter(({ key }) => isGeneratedLabel(key));
  const written = requirements.filter(({ key }) => !isGeneratedLabel(key));
  return set
    .podsMatching(namespace, written)
    .filter((pod) => pod.entry.kind !== 'PodTemplate' && generated.every((each) => mayMeet(pod, each)));
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
