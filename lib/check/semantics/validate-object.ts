import { type JsonObject } from '../../model/json-value';
import { type KubernetesVersion } from '../../model/kubernetes-version';
import { type FieldError } from './field-error';
import { kindValidation } from './kind-validation';
import { validateMetadata } from './meta/validate-metadata';
import { ObjectView } from './object-view';
import { Validation } from './validation';

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
  const known = kindValidation(apiVersion, kind, version);
  validateMetadata(root.struct('metadata'), known);
  const { own } = known;
  if (own !== undefined) own.validate(root.in(own.area));
  return validation.errors;
}
