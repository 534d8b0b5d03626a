import { type LabelRequirement } from '../../../../model/label-index';
import { type ObjectSet, type PodSource } from '../../../../model/object-set';
import { podTemplate } from '../../../../model/pod-template';
import { isGeneratedLabel, mayGenerateLabel } from './generated-labels';
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
  const candidates = madePods(
    written.length === 0 ? podsOfController(set, namespace, selector) : set.podsMatching(namespace, written),
  );
  return candidates.filter((pod) =>
    generated.every(
      ([key, value]) => pod.template.labels[key] === value || mayGenerateLabel(pod, key, value),
    ),
  );
}

function isGenerated({ key }: LabelRequirement): boolean {
  return isGeneratedLabel(key);
}

/** For a Service of one pod of a StatefulSet: the pods that one is among, without a look at all others. */
function podsOfController(
  set: ObjectSet,
  namespace: string,
  selector: Readonly<Record<string, string>>,
): readonly PodSource[] {
  const controller = /^(.+)-[0-9]+$/s.exec(selector['statefulset.kubernetes.io/pod-name'] ?? '')?.[1];
  const entry = controller === undefined ? undefined : set.find('apps', 'StatefulSet', namespace, controller);
  if (entry === undefined) return set.pods(namespace);
  const template = podTemplate(entry.object);
  return template === undefined ? [] : [{ entry, template }];
}
