import { isJsonObject } from '../../../model/json-object';
import { parseJsonPointer, jsonPointer } from '../../../model/json-pointer';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { type FieldError } from '../field-error';
import { ObjectView } from '../object-view';
import { validatePodTemplate } from '../pod/validate-pod-template';

/**
 * The template of a StatefulSet as its controller makes pods of it: a volume for each claim template, in place of one
 * of the same name, and no host name (volumesToAddForTemplates and ValidateStatefulSetSpec in
 * pkg/apis/apps/validation/validation.go). The server counts the volumes of the claims first.
 */
export function validateStatefulTemplate(spec: ObjectView): void {
  const template = spec.struct('template').in('pod');
  const pod = template.struct('spec');
  const claims = spec.objects('volumeClaimTemplates').map((claim) => claim.struct('metadata').text('name'));
  if (claims.length === 0 && !pod.has('subdomain') && !pod.has('hostname')) {
    validatePodTemplate(template);
    return;
  }
  const { subdomain, hostname, ...rest } = pod.value;
  const written = pod.list('volumes');
  const names = [...new Set(claims)];
  const kept = [...written.keys()].filter((index) => !names.includes(nameOf(written[index])));
  const volumes: JsonValue[] = [
    ...names.map((name) => ({ name, persistentVolumeClaim: { claimName: name } })),
    ...kept.map((index) => written[index] ?? null),
  ];
  const made: JsonObject = { ...rest, ...(volumes.length > 0 ? { volumes } : {}) };
  const view = new ObjectView(
    template.validation,
    { ...template.value, spec: made },
    template.path,
    template.area,
    template.named,
  );
  const { errors } = template.validation;
  const before = errors.length;
  validatePodTemplate(view);
  const places = [
    ...names.map((name) => ['volumeClaimTemplates', claims.indexOf(name), 'metadata'] as const),
    ...kept.map((index) => ['template', 'spec', 'volumes', index] as const),
  ];
  errors.splice(
    before,
    errors.length - before,
    ...errors.slice(before).map((error) => placed(error, spec, places)),
  );
}

function nameOf(volume: JsonValue | undefined): string {
  return isJsonObject(volume) && typeof volume.name === 'string' ? volume.name : '';
}

/** The error at the place where its volume is written. */
function placed(
  error: FieldError,
  spec: ObjectView,
  places: readonly (readonly (string | number)[])[],
): FieldError {
  const tokens = parseJsonPointer(error.pointer);
  const depth = spec.path.length;
  if (tokens.slice(depth, depth + 3).join('/') !== 'template/spec/volumes') return error;
  const place = places[Number(tokens[depth + 3])];
  if (place === undefined) return error;
  const pointer = jsonPointer('', ...tokens.slice(0, depth), ...place, ...tokens.slice(depth + 4));
  return { ...error, pointer };
}
