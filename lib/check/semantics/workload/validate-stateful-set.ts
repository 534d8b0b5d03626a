import { dns1123LabelErrors } from '../../../model/names/dns1123-label';
import { validateNonnegative } from '../meta/validate-nonnegative';
import { type ObjectView } from '../object-view';
import { validatePodTemplate } from '../pod/validate-pod-template';
import { validateTemplateMetadata } from '../pod/validate-template-metadata';
import { validateClaimSpec } from '../storage/validate-claim-spec';
import { validateLasting } from './validate-controlled-template';
import { validateSelector } from './validate-selector';

const MANAGEMENT = ['OrderedReady', 'Parallel'];
const STRATEGIES = ['RollingUpdate', 'OnDelete'];
const RETENTION = ['Retain', 'Delete'];

/**
 * ValidateStatefulSet in pkg/apis/apps/validation/validation.go, after SetDefaults_StatefulSet. `serviceName` is looked at since
 * 1.33, the pods and claims of the templates since 1.34; before, the pods fail to be made.
 */
export function validateStatefulSet(set: ObjectView): void {
  const spec = set.struct('spec');
  const management = spec.text('podManagementPolicy');
  if (management !== '' && !MANAGEMENT.includes(management)) {
    spec.invalid('podManagementPolicy', "must be 'OrderedReady' or 'Parallel'", {
      help: 'write `OrderedReady` or `Parallel`',
    });
  }
  validateStrategy(spec);
  validateRetention(spec);
  const isStrict = spec.validation.since('1.34');
  if (isStrict) {
    for (const claim of spec.objects('volumeClaimTemplates'))
      validateClaimSpec(claim.struct('spec').in('claim'), true);
  }
  validateNonnegative(spec, 'replicas', 'minReadySeconds');
  const ordinals = spec.object('ordinals');
  if (ordinals !== undefined) validateNonnegative(ordinals, 'start');
  const service = spec.text('serviceName');
  if (service !== '' && spec.validation.since('1.33')) {
    spec.allInvalid('serviceName', dns1123LabelErrors(service));
  }
  if (validateSelector(spec, { empty: 'statefulset', unusable: '' })) {
    const template = spec.struct('template').in('pod');
    if (isStrict) validatePodTemplate(template, { statefulSet: spec });
    else validateTemplateMetadata(template);
  }
  validateLasting(spec, 'StatefulSet');
}

function validateStrategy(spec: ObjectView): void {
  const strategy = spec.struct('updateStrategy');
  const type = strategy.text('type') || 'RollingUpdate';
  const update = strategy.object('rollingUpdate');
  if (!STRATEGIES.includes(type)) {
    spec.invalid('updateStrategy', "must be 'RollingUpdate' or 'OnDelete'", {
      at: ['updateStrategy', 'type'],
      help: 'write `type: RollingUpdate` or `type: OnDelete`',
    });
  } else if (update !== undefined) {
    if (type === 'RollingUpdate') validateRollingUpdate(update);
    else strategy.invalid('rollingUpdate', "only allowed for updateStrategy 'RollingUpdate'");
  }
}

/** validateRollingUpdateStatefulSet; `maxUnavailable` is behind a feature gate that is off, and dropped. */
function validateRollingUpdate(update: ObjectView): void {
  validateNonnegative(update, 'partition');
}

/** ValidatePersistentVolumeClaimRetentionPolicy. */
function validateRetention(spec: ObjectView): void {
  const policy = spec.struct('persistentVolumeClaimRetentionPolicy');
  for (const field of ['whenDeleted', 'whenScaled'] as const) {
    const value = policy.text(field);
    if (value !== '' && !RETENTION.includes(value)) policy.notSupported(field, RETENTION);
  }
}
