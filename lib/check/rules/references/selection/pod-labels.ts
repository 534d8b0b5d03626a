import { groupBy } from '../../../../model/group-by';
import { type PodSource } from '../../../../model/object-set';
import { NearbyWords } from '../../../nearby-words';
import { type CheckContext } from '../../../rule-context';

/** The labels of the pods of a namespace, for looking up what is like them. */
export class PodLabels {
  private readonly keys: ReadonlyMap<string, LabelValues>;
  /** Pods by the values of their labels, whatever the keys. */
  private readonly byAnyValue: ReadonlyMap<string, readonly PodSource[]>;

  constructor(readonly pods: readonly PodSource[]) {
    const labels = pods.flatMap((pod) =>
      Object.entries(pod.template.labels).map(([key, value]) => ({ pod, key, value })),
    );
    this.keys = new Map(
      [...groupBy(labels, ({ key }) => key)].map(([key, some]) => [key, new LabelValues(some)]),
    );
    this.byAnyValue = new Map(
      [...groupBy(labels, ({ value }) => value)].map(([value, some]) => [value, some.map(({ pod }) => pod)]),
    );
  }

  /** How many pods have a label of that key. */
  countWithKey(key: string): number {
    return this.keys.get(key)?.count ?? 0;
  }

  with(key: string, value: string): readonly PodSource[] {
    return this.keys.get(key)?.pods(value) ?? [];
  }

  /** Values of that key that are like this one. */
  likeValues(key: string, value: string): readonly string[] {
    return this.keys.get(key)?.like(value) ?? [];
  }

  withValueUnderAnyKey(value: string): readonly PodSource[] {
    return this.byAnyValue.get(value) ?? [];
  }
}

class LabelValues {
  readonly count: number;
  private readonly byValue: ReadonlyMap<string, readonly PodSource[]>;
  private words: NearbyWords | undefined;

  constructor(labels: readonly { readonly pod: PodSource; readonly value: string }[]) {
    this.count = labels.length;
    this.byValue = new Map(
      [...groupBy(labels, ({ value }) => value)].map(([value, some]) => [value, some.map(({ pod }) => pod)]),
    );
  }

  pods(value: string): readonly PodSource[] {
    return this.byValue.get(value) ?? [];
  }

  like(value: string): readonly string[] {
    return (this.words ??= new NearbyWords(this.byValue.keys())).suggest(value);
  }
}

/** The labels of all pods, by namespace; made for a namespace when it is first asked for. */
export function podLabels({ set }: CheckContext): (namespace: string) => PodLabels {
  const made = new Map<string, PodLabels>();
  return (namespace) => {
    let labels = made.get(namespace);
    if (labels === undefined) {
      labels = new PodLabels(set.pods(namespace).filter(({ entry }) => entry.kind !== 'PodTemplate'));
      made.set(namespace, labels);
    }
    return labels;
  };
}
