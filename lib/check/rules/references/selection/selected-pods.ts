import { type LabelRequirement } from '../../../../model/label-index';
import { type ObjectSet, type PodSource } from '../../../../model/object-set';
import { isGeneratedLabel } from './generated-labels';
import { generatedPods } from './generated-pods';
import { madePods } from './made-pods';
import { requiredLabels } from './required-labels';

/**
 * The pods of a namespace that a plain map of labels selects, those among them that only get a label from their
 * controller included. Templates that nothing makes pods of (PodTemplate) are not. Selectors that come to the same get the same list.
 */
export function selectedPods(
  set: ObjectSet,
  namespace: string,
  selector: Readonly<Record<string, string>>,
): readonly PodSource[] {
  const requirements = requiredLabels(selector);
  if (!requirements.some(isGenerated)) return madePods(set.podsMatching(namespace, requirements));
  const written = requirements.filter((each) => !isGenerated(each));
  const generated = Object.entries(selector).filter(([key]) => isGeneratedLabel(key));
  return generated.reduce(
    (pods, [key, value]) => generatedPods(pods).meeting(key, [value]),
    madePods(set.podsMatching(namespace, written)),
  );
}

function isGenerated({ key }: LabelRequirement): boolean {
  return isGeneratedLabel(key);
}
