import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { type ObjectView } from '../object-view';
import { echoTemplateLabels } from '../workload/echo-template-labels';
import { jobSpecView } from './job-spec-view';
import { validateJobSelector } from './validate-job-selector';
import { validateJobSpec } from './validate-job-spec';

/** ValidateJob in pkg/apis/batch/validation/validation.go, after SetDefaults_Job and PrepareForCreate. */
export function validateJob(job: ObjectView): void {
  const metadata = job.struct('metadata');
  const spec = jobSpecView(job.struct('spec'), 'job');
  validateJobSelector(job);
  validateJobSpec(spec, 'job');
  echoTemplateLabels(metadata, spec);
  validateHostName(metadata, spec);
}

/** The pods of an Indexed Job have its name and their index for a host name. */
function validateHostName(metadata: ObjectView, spec: ObjectView): void {
  const completions = spec.optionalNumber('completions') ?? (spec.has('parallelism') ? 0 : 1);
  const name = metadata.text('name');
  if (name === '' || completions <= 0 || spec.text('completionMode') !== 'Indexed') return;
  const host = `${name}-${String(completions - 1)}`;
  if (dns1123LabelErrors(host).length > 0) {
    metadata.invalid('name', `will not able to create pod with invalid DNS label: ${host}`, {
      help: 'choose a name without dots, so short that the index fits into 63 characters',
    });
  }
}
