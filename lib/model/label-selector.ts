/** An operator of `matchExpressions`. */
export type LabelSelectorOperator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

/** An entry of `matchExpressions`. */
export interface LabelSelectorRequirement {
  readonly key: string;
  readonly operator: LabelSelectorOperator;
  /** Needed with `In` and `NotIn`, not allowed with the others. */
  readonly values?: readonly string[] | null | undefined;
}

/**
 * A selector as the fields of manifests hold it (`spec.selector` of workloads other than the
 * ReplicationController, of policies and of disruption budgets). All of it has to hold.
 */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | null | undefined;
  readonly matchExpressions?: readonly LabelSelectorRequirement[] | null | undefined;
}
