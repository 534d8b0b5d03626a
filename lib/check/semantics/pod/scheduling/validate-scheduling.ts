import { dns1123SubdomainErrors } from '../../../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../../../model/names/label-key';
import { validateLabels } from '../../meta/validate-labels';
import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';
import { validateOverhead } from '../resources/validate-overhead';
import { validateAffinity } from './validate-affinity';
import { validatePodClaims } from './validate-pod-claims';
import { validateSpreadConstraints } from './validate-spread-constraints';
import { validateToleration } from './validate-toleration';

const PREEMPTION = ['PreemptLowerPriority', 'Never'];

/** Where a pod may run and what comes before it, as ValidatePodSpec in pkg/apis/core/validation/validation.go has it. */
export function validateScheduling(scope: PodScope): void {
  const spec = scope.spec.in('scheduling');
  validatePodClaims(scope);
  validateLabels(spec, 'nodeSelector');
  validateAffinity(scope);
  validateGates(spec);
  validateSpreadConstraints(scope);
  for (const toleration of spec.objects('tolerations')) validateToleration(toleration);
  for (const field of ['nodeName', 'priorityClassName']) {
    const name = spec.text(field);
    if (name !== '') spec.allInvalid(field, dns1123SubdomainErrors(name));
  }
  const runtime = spec.optionalText('runtimeClassName');
  if (runtime !== undefined) spec.allInvalid('runtimeClassName', dns1123SubdomainErrors(runtime));
  const preemption = spec.optionalText('preemptionPolicy');
  if (preemption === '') spec.required('preemptionPolicy');
  else if (preemption !== undefined && !PREEMPTION.includes(preemption)) {
    spec.notSupported('preemptionPolicy', PREEMPTION);
  }
  validateOverhead(scope);
}

/** validateSchedulingGates. */
function validateGates(spec: ObjectView): void {
  const names = new Set<string>();
  spec.objects('schedulingGates').forEach((gate, index) => {
    const name = gate.text('name');
    const steps = ['schedulingGates', index];
    const options = { value: name, at: [...steps, 'name'] };
    spec.allInvalid(steps, labelKeyErrors(name, spec.validation.version), options);
    if (names.has(name)) spec.duplicate(steps, options);
    names.add(name);
  });
}
