import { isJsonList, isJsonObject } from '../../../model/json-object';
import { type JsonValue } from '../../../model/json-value';
import { pointerOf } from '../field-step';
import { ObjectView } from '../object-view';
import { validateToleration } from './scheduling/validate-toleration';
import { validateProfileAnnotations } from './security/validate-profile-annotations';

const MIRROR = 'kubernetes.io/config.mirror';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';

/**
 * ValidatePodSpecificAnnotations in pkg/apis/core/validation/validation.go: annotations that mean something to pods.
 *
 * @param metadata - Of a Pod or of a template.
 */
export function validatePodAnnotations(metadata: ObjectView, spec: ObjectView): void {
  if (!metadata.has('annotations')) return;
  const annotations = metadata.textMap('annotations');
  if (annotations.has(MIRROR) && spec.text('nodeName') === '') {
    metadata
      .in('pod')
      .invalid(['annotations', { key: MIRROR }], 'must set spec.nodeName if mirror pod annotation is set');
  }
  const tolerations = annotations.get(TOLERATIONS) ?? '';
  if (tolerations !== '') validateTolerations(metadata.in('scheduling'), tolerations);
  const cost = annotations.get(DELETION_COST);
  if (cost !== undefined && !isInt32(cost)) {
    metadata.in('pod').invalid(['annotations', { key: DELETION_COST }], 'must be a 32bit integer');
  }
  const containers = ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) =>
    spec.objects(field).map((container) => container.text('name')),
  );
  validateProfileAnnotations(metadata, new Set(containers));
}

/** GetDeletionCostFromPodAnnotations in pkg/apis/core/helper/helpers.go: no plus sign, no zeros before it. */
function isInt32(text: string): boolean {
  if (!/^(?:0|-\d+|[1-9]\d*)$/.test(text)) return false;
  const value = BigInt(text);
  return value >= -(2n ** 31n) && value < 2n ** 31n;
}

/** ValidateTolerationsInPodAnnotations: tolerations as JSON, from before there was a field for them. */
function validateTolerations(metadata: ObjectView, text: string): void {
  const list = parsed(text);
  if (list === null) return;
  if (!isJsonList(list)) {
    metadata.invalid('annotations', 'cannot be read as a JSON list of tolerations', {
      value: TOLERATIONS,
      at: ['annotations', { key: TOLERATIONS }],
      help: 'use `spec.tolerations` instead',
    });
    return;
  }
  const { errors } = metadata.validation;
  const before = errors.length;
  list.forEach((value, index) => {
    const steps = ['annotations', TOLERATIONS, index];
    const item = new ObjectView(metadata.validation, isJsonObject(value) ? value : {}, [], metadata.area);
    validateToleration(item.namedAs([...metadata.named, ...steps]));
  });
  const pointer = pointerOf([...metadata.path, 'annotations', TOLERATIONS]);
  for (const [offset, error] of errors.slice(before).entries())
    errors[before + offset] = { ...error, pointer };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
