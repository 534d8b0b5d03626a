import { type PodSource } from '../../../../model/object-set';
import { type PodLabels } from './pod-labels';

type Labels = Readonly<Record<string, string>>;

/** Pods that a selector may have meant. */
export interface NearPods {
  readonly pod: PodSource;
  /** What the selector would have to be; undefined when the likeness is too weak to say. */
  readonly selector?: Labels;
}

/** More are no help, and a label that all pods have would bring in all of them. */
const MOST_PODS_A_LABEL = 50;
const MOST = 4;

/** What a label of the selector costs, by how near the pod comes to it. */
const Cost = { SAME: 0, LIKE: 2, OTHER_KEY: 3, MISSING: 8 } as const;

/**
 * The pods that come nearest to a selector that selects none, best first, four at most; those that come
 * equally near in the order of the set.
 */
export function nearestPods(selector: Labels, labels: PodLabels): readonly NearPods[] {
  const wanted = Object.entries(selector).map(([key, value]) => ({
    key,
    value,
    // A value that some pod has is no slip.
    like: labels.with(key, value).length > 0 ? [] : labels.likeValues(key, value),
  }));
  const candidates = new Set<PodSource>();
  const take = (pods: readonly PodSource[]): void => {
    for (const pod of pods.slice(0, MOST_PODS_A_LABEL)) candidates.add(pod);
  };
  for (const { key, value, like } of wanted) {
    for (const each of [value, ...like]) take(labels.with(key, each));
    take(labels.withValueUnderAnyKey(value));
  }

  const judged = [...candidates].map((pod) => judge(pod, wanted)).sort(byCost);
  const best = judged[0]?.cost ?? Infinity;
  const equals = judged.filter(({ cost }) => cost === best);
  // Many pods that are equally far away are none that was meant.
  if (best >= Cost.MISSING && equals.length > 1) return [];
  const seen = new Set<string>();
  return equals
    .filter(({ pod }) => {
      const key = JSON.stringify(pod.template.labels);
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST)
    .map(({ pod, selector: mended }) => ({ pod, ...(mended && { selector: mended }) }));
}

interface Judged {
  readonly pod: PodSource;
  readonly cost: number;
  readonly selector: Labels | undefined;
}

interface Wanted {
  readonly key: string;
  readonly value: string;
  readonly like: readonly string[];
}

function judge(pod: PodSource, wanted: readonly Wanted[]): Judged {
  const { labels } = pod.template;
  let cost = 0;
  const mended: Record<string, string> = {};
  for (const { key, value, like } of wanted) {
    const has = labels[key];
    if (has !== undefined && (has === value || like.includes(has))) {
      // The better of two like values wins.
      cost += has === value ? Cost.SAME : Cost.LIKE + like.indexOf(has) / 10;
      mended[key] = has;
      continue;
    }
    const other = Object.entries(labels).find((label) => label[1] === value)?.[0];
    cost += other === undefined ? Cost.MISSING : Cost.OTHER_KEY;
    if (other !== undefined) mended[other] = value;
  }
  return { pod, cost, selector: cost < Cost.MISSING ? mended : undefined };
}

function byCost(a: Judged, b: Judged): number {
  return a.cost - b.cost || a.pod.entry.position - b.pod.entry.position;
}
