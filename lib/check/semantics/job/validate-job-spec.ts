import { byteLength } from '../../../model/names/messages';
import { validateDomainPath } from '../meta/validate-domain-path';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { validatePodTemplate } from '../pod/validate-pod-template';
import { validateCompletionMode } from './validate-completion-mode';
import { validatePodFailurePolicy } from './validate-pod-failure-policy';
import { validateSuccessPolicy } from './validate-success-policy';

const RESTART_POLICIES = ['OnFailure', 'Never'];
const REPLACEMENT_POLICIES = ['Failed', 'TerminatingOrFailed'];
const LONGEST_MANAGER = 63;
const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;

/**
 * validateJobSpec in pkg/apis/batch/validation/validation.go: what a Job and the template of a CronJob have in common.
 *
 * @param of - A template has fewer defaults: SetDefaults_Job is not for it.
 */
export function validateJobSpec(spec: ObjectView, of: 'job' | 'template'): void {
  validateNonnegative(spec, ...COUNTS);
  if (spec.has('maxFailedIndexes') && !spec.has('backoffLimitPerIndex')) {
    spec.required('backoffLimitPerIndex', 'when maxFailedIndexes is specified');
  }
  if (spec.has('managedBy')) {
    validateDomainPath(spec, 'managedBy');
    if (byteLength(spec.text('managedBy')) > LONGEST_MANAGER) spec.tooLong('managedBy', LONGEST_MANAGER);
  }
  // SetDefaults_Job: one completion, unless the parallelism makes it a queue.
  const byDefault = of === 'template' || spec.has('parallelism') ? undefined : 1;
  const completions = spec.optionalNumber('completions') ?? byDefault;
  validateCompletionMode(spec, completions);
  if (spec.has('podFailurePolicy'))
    validatePodFailurePolicy(spec, of === 'job' || spec.validation.since('1.34'));
  const success = spec.object('successPolicy');
  if (success !== undefined) {
    if (spec.text('completionMode') !== 'Indexed') {
      spec.invalid('successPolicy', 'requires indexed completion mode', {
        help: 'set `completionMode: Indexed`',
      });
    } else if (completions !== undefined) validateSuccessPolicy(success, completions);
  }
  validateReplacementPolicy(spec);
  validatePodTemplate(spec.struct('template').in('pod'));
  validateRestartPolicy(spec);
}

/** validatePodReplacementPolicy. */
function validateReplacementPolicy(spec: ObjectView): void {
  const policy = spec.optionalText('podReplacementPolicy');
  const known = spec.has('podFailurePolicy') ? ['Failed'] : REPLACEMENT_POLICIES;
  if (policy !== undefined && !known.includes(policy)) spec.notSupported('podReplacementPolicy', known);
}

function validateRestartPolicy(spec: ObjectView): void {
  const pod = spec.struct('template').struct('spec');
  const policy = pod.text('restartPolicy') || 'Always';
  if (policy === 'Always') {
    pod.required('restartPolicy', 'valid values: "OnFailure", "Never"', {
      help: 'set `restartPolicy: Never`, or `OnFailure`: the pods of a Job end, and Always is the default',
    });
  } else if (!RESTART_POLICIES.includes(policy)) pod.notSupported('restartPolicy', RESTART_POLICIES);
  else if (spec.has('podFailurePolicy') && policy !== 'Never') {
    pod.invalid('restartPolicy', 'only "Never" is supported when podFailurePolicy is specified', {
      help: 'set `restartPolicy: Never`',
    });
  }
}
