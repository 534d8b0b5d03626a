import { parseApiVersion } from '../../model/api-version';
import { type JsonObject } from '../../model/json-value';
import { findKind } from '../../model/kinds';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type FieldError } from './field-error';
import { validateMetadata } from './meta/validate-metadata';
import { ObjectView } from './object-view';
import { Validation } from './validation';
import { VALIDATORS } from './validators';

/**
 * What the API server's validation answers when the object is created: the metadata of every object, and the
 * rest of the kinds that a validator knows. Pure. What the schema already refuses may be told again, and what is of the
 * wrong type reads as absent: `semanticsPass` leaves that out.
 *
 * @example
 * const claim = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { 'a b': '' } };
 * validateObject(claim, '1.35')[0]?.field; // 'data[a b]'
 */
export function validateObject(object: JsonObject, version: KubernetesVersion): readonly FieldError[] {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || kind === '')
    return [];
  const validation = new Validation(version);
  const root = new ObjectView(validation, object, [], 'metadata');
  const isCustom = findKind(parseApiVersion(apiVersion).group, kind) === undefined;
  validateMetadata(root.struct('metadata'), { apiVersion, kind }, isCustom);
  const known = VALIDATORS.get(`${apiVersion} ${kind}`);
  known?.validate(root.in(known.area));
  return validation.errors;
}
