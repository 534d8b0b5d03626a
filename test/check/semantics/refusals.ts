import { formatFieldError } from '../../../lib/check/semantics/field-error';
import { validateObject } from '../../../lib/check/semantics/validate-object';
import { type JsonObject } from '../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../lib/model/kubernetes-version';

/** What the server would say of an object of a kind, with `metadata.name` filled in; what it repeats is left out. */
export function refusals(
  type: string,
  fields: JsonObject,
  version: KubernetesVersion = '1.35',
): readonly string[] {
  const [apiVersion = '', kind = ''] = type.split(' ');
  const metadata = { name: 'a', ...(fields.metadata as JsonObject | undefined) };
  return validateObject({ apiVersion, kind, ...fields, metadata }, version)
    .filter(({ echo }) => !echo)
    .map(formatFieldError);
}
