import { dns1123LabelErrors } from '../../../../model/names/dns1123-label';
import { labelKeyErrors } from '../../../../model/names/label-key';
import { validateLabelSelector } from '../../meta/validate-label-selector';
import { type ObjectView } from '../../object-view';
import { hasPodFeature } from '../pod-features';
import { type PodScope } from '../pod-scope';
import { validateLabelKeys } from './validate-label-keys';

/** validatePodAffinityTerm in pkg/apis/core/validation/validation.go. */
export function validatePodAffinityTerm(term: ObjectView, scope: PodScope): void {
  for (const field of ['labelSelector', 'namespaceSelector']) {
    const selector = term.object(field);
    if (selector !== undefined) validateLabelSelector(selector);
  }
  term.texts('namespaces').forEach((name, index) => {
    term.allInvalid('namespace', dns1123LabelErrors(name), { value: name, at: ['namespaces', index] });
  });
  if (hasPodFeature(term.validation, 'MatchLabelKeysInPodAffinity')) validateLabelKeys(term, scope);
  const key = term.text('topologyKey');
  if (key === '') {
    term.required('topologyKey', 'can not be empty', {
      help: 'write what the nodes differ in, such as `topology.kubernetes.io/zone` or `kubernetes.io/hostname`',
    });
  }
  term.allInvalid('topologyKey', labelKeyErrors(key, term.validation.version), { value: key });
}
