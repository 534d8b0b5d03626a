import { labelKeyErrors } from '../../../../model/names/label-key';
import { type ObjectView } from '../../object-view';
import { type PodScope } from '../pod-scope';

const UNSET = 'must not be specified when labelSelector is not set';

/**
 * ValidateMatchLabelKeysAndMismatchLabelKeys in pkg/apis/core/validation/validation.go. In a Pod the server has appended an
 * expression to the selector for each key that the Pod has as a label (applyMatchLabelKeysAndMismatchLabelKeys in
 * pkg/registry/core/pod/strategy.go), so that each expression of such a key is one too many.
 */
export function validateLabelKeys(term: ObjectView, { pod }: PodScope): void {
  const selector = term.object('labelSelector');
  const [matches, mismatches] = ['matchLabelKeys', 'mismatchLabelKeys'].map((field) =>
    keysOf(term, field, selector),
  );
  if (matches === undefined || mismatches === undefined || matches.length === 0) return;
  if (selector !== undefined) {
    const written = selector.objects('matchExpressions').map((expression) => expression.text('key'));
    const labels = pod?.textMap('labels') ?? new Map<string, string>();
    const appended = [...matches, ...mismatches].filter((key) => labels.has(key));
    const indexes = new Map(matches.map((key, index) => [key, index]));
    const seen = new Set(selector.textMap('matchLabels').keys());
    for (const key of [...written, ...appended]) {
      const index = indexes.get(key);
      if (index !== undefined && seen.has(key)) {
        term.invalid([index], 'exists in both matchLabelKeys and labelSelector', {
          value: key,
          at: ['matchLabelKeys', index],
          help: `remove \`${key}\` from one of them`,
        });
      }
      seen.add(key);
    }
  }
  matches.forEach((key, index) => {
    if (!mismatches.includes(key)) return;
    term.invalid(['matchLabelKeys', index], 'exists in both matchLabelKeys and mismatchLabelKeys', {
      value: key,
    });
  });
}

/** validateLabelKeys, and the keys. */
function keysOf(term: ObjectView, field: string, selector: ObjectView | undefined): readonly string[] {
  const keys = term.texts(field);
  if (keys.length > 0 && selector === undefined) term.forbidden(field, UNSET);
  else {
    keys.forEach((key, index) => {
      term.allInvalid([field, index], labelKeyErrors(key, term.validation.version), { value: key });
    });
  }
  return keys;
}
