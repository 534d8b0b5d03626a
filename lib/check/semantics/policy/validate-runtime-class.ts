import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { validateLabels } from '../meta/validate-labels';
import { ObjectView } from '../object-view';
import { validateRequirements } from '../pod/resources/validate-requirements';
import { validateToleration } from '../pod/scheduling/validate-toleration';
import { validateContainerResourceName } from '../resources/validate-container-resource-name';

/** ValidateRuntimeClass in pkg/apis/node/validation/validation.go. */
export function validateRuntimeClass(runtimeClass: ObjectView): void {
  const handler = runtimeClass.text('handler');
  if (handler === '' && runtimeClass.validation.since('1.36')) {
    runtimeClass.required('handler', '', {
      help: 'set `handler` to the name that the nodes know the runtime by, such as `runsc`',
    });
  } else runtimeClass.allInvalid('handler', dns1123LabelErrors(handler), { value: handler });
  validateOverhead(runtimeClass);
  const scheduling = runtimeClass.object('scheduling');
  if (scheduling === undefined) return;
  validateLabels(scheduling, 'nodeSelector');
  validateTolerations(scheduling);
}

/** validateOverhead, which takes `podFixed` for the limits of a container. */
function validateOverhead(runtimeClass: ObjectView): void {
  const overhead = runtimeClass.object('overhead');
  if (overhead === undefined) return;
  const { errors } = runtimeClass.validation;
  const before = errors.length;
  validateRequirements(new ObjectView(overhead.validation, {}, overhead.path, overhead.area), {
    limits: overhead.quantities('podFixed'),
    requests: new Map(),
    validateName: validateContainerResourceName,
  });
  const written = errors
    .splice(before)
    .map((error) => ({ ...error, pointer: error.pointer.replace('/limits', '/podFixed') }));
  errors.push(...written);
}

/** validateTolerations: each is valid, and stands there once. */
function validateTolerations(scheduling: ObjectView): void {
  const seen = new Set<string>();
  scheduling.objects('tolerations').forEach((toleration, index) => {
    // Until 1.34 the server names the list twice.
    const named = scheduling.validation.since('1.35')
      ? toleration
      : toleration.namedAs([...scheduling.named, 'tolerations', 'tolerations', index]);
    validateToleration(named);
    const key = JSON.stringify(['key', 'operator', 'value', 'effect'].map((field) => toleration.text(field)));
    if (seen.has(key)) {
      scheduling.duplicate(['tolerations', index], { help: 'remove one of the two equal tolerations' });
    }
    seen.add(key);
  });
}
