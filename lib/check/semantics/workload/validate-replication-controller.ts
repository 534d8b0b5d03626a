import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { echoTemplateLabels } from './echo-template-labels';
import { validateControlledTemplate } from './validate-controlled-template';
import { validateSharedDisks } from './validate-shared-disks';
import { tellMismatch, templateLabels } from './validate-selector';

/** ValidateReplicationController in pkg/apis/core/validation/validation.go, after SetDefaults_ReplicationController. */
export function validateReplicationController(controller: ObjectView): void {
  const spec = controller.struct('spec');
  validateNonnegative(spec, 'minReadySeconds');
  const labels = templateLabels(spec);
  const written = Object.fromEntries(spec.textMap('selector'));
  const selector = Object.keys(written).length === 0 ? labels : written;
  if (Object.keys(selector).length === 0) {
    spec.required('selector', '', { help: 'label the template: the selector is made of its labels' });
  }
  validateNonnegative(spec, 'replicas');
  const template = spec.object('template');
  if (template === undefined) {
    spec.required('template');
    return;
  }
  echoTemplateLabels(controller.struct('metadata'), spec);
  if (Object.entries(selector).some(([key, value]) => labels[key] !== value)) tellMismatch(spec, selector);
  validateControlledTemplate(spec, 'ReplicationController');
  validateSharedDisks(spec, spec.optionalNumber('replicas') ?? 1);
}
