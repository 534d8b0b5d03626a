import { goQuote } from '../go/strings';
import { type LabelSelector } from '../label-selector';
import { type KubernetesVersion } from '../kubernetes-version';
import { labelKeyErrors } from '../names/label-key';
import { labelValueErrors } from '../names/label-value';

/** What the server finds wrong with a field. */
export interface FieldError {
  /** The field, below the one that was checked: `matchExpressions[0].values`. */
  readonly path: string;
  /** What follows the path in the server's answer: `Required value: must be specified when ...`. */
  readonly message: string;
}

function invalid(path: string, value: string, errors: readonly string[]): FieldError[] {
  return errors.map((error) => ({ path, message: `Invalid value: ${goQuote(value)}: ${error}` }));
}

function operatorErrors(path: string, operator: string, values: readonly string[]): FieldError[] {
  if (operator === 'In' || operator === 'NotIn') {
    const message = "Required value: must be specified when `operator` is 'In' or 'NotIn'";
    return values.length === 0 ? [{ path: `${path}.values`, message }] : [];
  }
  if (operator === 'Exists' || operator === 'DoesNotExist') {
    const message = "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
    return values.length > 0 ? [{ path: `${path}.values`, message }] : [];
  }
  return invalid(`${path}.operator`, operator, ['not a valid selector operator']);
}

/**
 * What the API server says of a `LabelSelector` in a new object; empty when it takes it
 * (ValidateLabelSelector in k8s.io/apimachinery/pkg/apis/meta/v1/validation). The server goes through
 * `matchLabels` in no order; this goes by key.
 *
 * @param version - Whose words to use.
 */
export function labelSelectorErrors(selector: LabelSelector, version?: KubernetesVersion): FieldError[] {
  const labels = Object.entries(selector.matchLabels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...labels.flatMap(([key, value]) => [
      ...invalid('matchLabels', key, labelKeyErrors(key, version)),
      ...invalid('matchLabels', value, labelValueErrors(value, version)),
    ]),
    ...(selector.matchExpressions ?? []).flatMap(({ key, operator, values }, index) => {
      const path = `matchExpressions[${index}]`;
      return [
        ...operatorErrors(path, operator, values ?? []),
        ...invalid(`${path}.key`, key, labelKeyErrors(key, version)),
        ...(values ?? []).flatMap((value, at) =>
          invalid(`${path}.values[${at}]`, value, labelValueErrors(value, version)),
        ),
      ];
    }),
  ];
}
