/** The operators of selectors; `Gt` and `Lt` exist in queries and node selectors only. */
export type SelectorOperator =
  'In' | 'NotIn' | 'Equals' | 'NotEquals' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';

/** One condition on one label. */
export interface Requirement {
  readonly key: string;
  readonly operator: SelectorOperator | 'DoubleEquals';
  readonly values: readonly string[];
}

/**
 * What selects objects by their labels: requirements that all have to hold, or `nothing`. No
 * requirements select everything.
 */
export type Selector = { readonly requirements: readonly Requirement[] } | 'nothing';

/** Labels of an object. */
export type Labels = Readonly<Record<string, string>>;

/** The selector of everything. */
export const EVERYTHING: Selector = Object.freeze({ requirements: Object.freeze([]) });

function byKey(a: Requirement, b: Requirement): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Makes a selector; the requirements are sorted by key, those of one key stay in order. */
export function selectorOf(requirements: readonly Requirement[]): Selector {
  const frozen = requirements.map((r) => Object.freeze({ ...r, values: Object.freeze([...r.values]) }));
  return Object.freeze({ requirements: Object.freeze(frozen.sort(byKey)) });
}
