import { type PodSource } from '../../../../model/object-set';
import { oncePer } from '../../../../model/once-per';

/** Without the templates that nothing makes pods of (PodTemplate). The same list for the same list. */
export const madePods = oncePer((pods: readonly PodSource[]): readonly PodSource[] =>
  pods.some(isTemplate) ? Object.freeze(pods.filter((pod) => !isTemplate(pod))) : pods,
);

function isTemplate({ entry }: PodSource): boolean {
  return entry.kind === 'PodTemplate';
}
