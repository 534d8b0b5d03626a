import { objectField, textMapField } from '../../model/json-object';
import { type ObjectEntry } from '../../model/object-entry';
import { podTemplate } from '../../model/pod-template';
import { type CheckContext } from '../rule-context';

/** Two Deployments of one application that a Service tells apart, or does not. */
export interface ReleaseTracks {
  readonly kind: 'switch' | 'canary';
  /** The one that the Service sends to, or the stable one. */
  readonly live: ObjectEntry;
  /** The other one, or the canary. */
  readonly other: ObjectEntry;
  readonly service: ObjectEntry;
  /** Whether the Service sends to both, by their numbers of pods. */
  readonly isShared: boolean;
  /** The label in which their pods differ. */
  readonly label: string;
}

const TRACK_KEYS = /(^|\/)(track|colou?r|slot|version|release-track)$/;

type Labels = Readonly<Record<string, string>>;

/**
 * The two Deployments that a workload is one of, whose pods differ in one label that stands for a version (`track`,
 * `color`, `version`, ...). A Service that asks for that label switches between them, one that selects both makes one of
 * them a canary: the one that says so, or the one with fewer pods.
 */
export function releaseTracks(entry: ObjectEntry, { set, once }: CheckContext): ReleaseTracks | undefined {
  if (entry.kind !== 'Deployment') return undefined;
  const labels = labelsOf(entry);
  for (const service of once(servicesByWorkload).get(entry) ?? []) {
    const selector = textMapField(objectField(service.object, 'spec'), 'selector');
    const keys = Object.keys(selector);
    if (keys.length === 0) continue;
    for (const key of Object.keys(labels).filter((each) => TRACK_KEYS.test(each))) {
      const rest = Object.entries(selector).filter(([name]) => name !== key);
      if (rest.length === 0 || !rest.every(([name, value]) => labels[name] === value)) continue;
      const others = set
        .podsMatching(
          entry.namespace,
          rest.map(([name, value]) => ({ key: name, operator: 'In', values: [value] })),
        )
        .filter((pod) => pod.entry !== entry && pod.entry.kind === 'Deployment')
        .filter((pod) => differsOnlyIn(key, labels, pod.template.labels));
      const [other] = others;
      if (other === undefined || others.length > 1) continue;
      const pair = [entry, other.entry] as const;
      const asked = selector[key];
      const isCanary = asked === undefined || pair.some((each) => labelsOf(each)[key] === 'canary');
      const tracks = isCanary ? canary(pair, key) : liveOne(pair, key, asked);
      if (tracks !== undefined) return { ...tracks, service, label: key, isShared: asked === undefined };
    }
  }
  return undefined;
}

/** The Services that select the pods of a Deployment, were it not for its track. */
function servicesByWorkload({ set }: CheckContext): ReadonlyMap<ObjectEntry, readonly ObjectEntry[]> {
  const found = new Map<ObjectEntry, ObjectEntry[]>();
  for (const service of set.ofKind('', 'Service')) {
    const selector = Object.entries(textMapField(objectField(service.object, 'spec'), 'selector'));
    const rest = selector.filter(([key]) => !TRACK_KEYS.test(key));
    if (rest.length === 0) continue;
    const requirements = rest.map(([key, value]) => ({ key, operator: 'In' as const, values: [value] }));
    for (const { entry } of set.podsMatching(service.namespace, requirements)) {
      if (entry.kind !== 'Deployment') continue;
      const known = found.get(entry);
      if (known === undefined) found.set(entry, [service]);
      else known.push(service);
    }
  }
  return found;
}

type Found = Pick<ReleaseTracks, 'kind' | 'live' | 'other'>;

function liveOne([a, b]: readonly [ObjectEntry, ObjectEntry], key: string, asked: string): Found | undefined {
  if (labelsOf(a)[key] === asked) return { kind: 'switch', live: a, other: b };
  if (labelsOf(b)[key] === asked) return { kind: 'switch', live: b, other: a };
  return undefined;
}

function canary([a, b]: readonly [ObjectEntry, ObjectEntry], key: string): Found {
  const isCanary = (entry: ObjectEntry): boolean => labelsOf(entry)[key] === 'canary';
  const pods = (entry: ObjectEntry): number => podTemplate(entry.object)?.replicas ?? 0;
  const isFirst = isCanary(a) || (!isCanary(b) && pods(a) < pods(b));
  return isFirst ? { kind: 'canary', live: b, other: a } : { kind: 'canary', live: a, other: b };
}

function labelsOf({ object }: ObjectEntry): Labels {
  return podTemplate(object)?.labels ?? {};
}

function differsOnlyIn(key: string, labels: Labels, other: Labels): boolean {
  const keys = new Set([...Object.keys(labels), ...Object.keys(other)]);
  const different = [...keys].filter((each) => labels[each] !== other[each]);
  return different.length === 1 && different[0] === key;
}
