import fc from 'fast-check';

import { checkContext } from '../../../lib/check/check-context';
import { type ExternalNode } from '../../../lib/check/external/external-node';
import { ExternalIndex } from '../../../lib/check/external/external-index';
import { nodesFor } from '../../../lib/check/nodes/known-nodes';
import { scheduledPods } from '../../../lib/check/nodes/scheduled-pods';
import { type SpreadRoom, spreadRooms } from '../../../lib/check/nodes/spread/spread-room';
import { DEFAULT_KUBERNETES_VERSION } from '../../../lib/model/kubernetes-version';
import { ObjectSet } from '../../../lib/model/object-set';

interface Made {
  readonly zone: string | undefined;
  readonly isTainted: boolean;
  readonly isCordoned: boolean;
  readonly disk: string;
  readonly pods: number;
}

interface Constraint {
  readonly topologyKey: string;
  readonly maxSkew: number;
  readonly minDomains?: number;
  readonly nodeTaintsPolicy?: string;
  readonly nodeAffinityPolicy?: string;
}

const HOST = 'kubernetes.io/hostname';
const ZONE = 'topology.kubernetes.io/zone';

const node: fc.Arbitrary<Made> = fc.record({
  zone: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined, freq: 6 }),
  isTainted: fc.boolean(),
  isCordoned: fc.nat(5).map((each) => each === 0),
  disk: fc.constantFrom('ssd', 'hdd'),
  pods: fc.nat(4),
});
const constraint = (keys: readonly string[]): fc.Arbitrary<Constraint> =>
  fc.record(
    {
      topologyKey: fc.constantFrom(...keys),
      maxSkew: fc.integer({ min: 1, max: 3 }),
      minDomains: fc.integer({ min: 1, max: 4 }),
      nodeTaintsPolicy: fc.constantFrom('Honor', 'Ignore'),
      nodeAffinityPolicy: fc.constantFrom('Honor', 'Ignore'),
    },
    { requiredKeys: ['topologyKey', 'maxSkew'] },
  );

const WEB = { app: 'web' };

function roomsOf(
  nodes: readonly Made[],
  constraints: readonly Constraint[],
  tolerates: boolean,
  enough?: number,
): readonly SpreadRoom[] {
  const declared = nodes.map(({ zone, isTainted, isCordoned, disk, pods }, index): ExternalNode => ({
    name: `node-${index}`,
    labels: { disk, ...(zone !== undefined && { [ZONE]: zone }) },
    ...(isTainted && { taints: [{ key: 'gpu', effect: 'NoSchedule' }] }),
    ...(isCordoned && { unschedulable: true }),
    allocatable: { pods },
  }));
  const web = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: WEB },
      template: {
        metadata: { labels: WEB },
        spec: {
          // Without one, what counts is the same for pods with other tolerations.
          ...(nodes.some(({ disk }) => disk !== 'ssd') && { nodeSelector: { disk: 'ssd' } }),
          ...(tolerates && { tolerations: [{ key: 'gpu', operator: 'Exists' }] }),
          topologySpreadConstraints: constraints.map((each) => ({
            ...each,
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: WEB },
          })),
          containers: [{ name: 'web', image: 'example.com/web:1.0.0' }],
        },
      },
    },
  };
  const set = new ObjectSet([{ object: web }]);
  const context = checkContext(set, DEFAULT_KUBERNETES_VERSION, new ExternalIndex({ nodes: declared }));
  const [entry] = set.entries;
  const template = entry && scheduledPods(entry);
  if (entry === undefined || template === undefined) throw new Error('no pods');
  const known = nodesFor(entry, template, context);
  return known === undefined ? [] : spreadRooms(entry, template, known, context, enough);
}

/** Places pods one by one as the scheduler's filters let it, on whichever Node chance picks, until none takes another. */
function schedule(
  nodes: readonly Made[],
  constraints: readonly Constraint[],
  tolerates: boolean,
  pick: (most: number) => number,
): number {
  const valueOf = (at: number, key: string): string | undefined =>
    key === HOST ? `node-${at}` : nodes[at]?.zone;
  const hasKeys = (at: number): boolean =>
    constraints.every(({ topologyKey }) => valueOf(at, topologyKey) !== undefined);
  const isKept = ({ isTainted, isCordoned }: Made): boolean => isCordoned || (isTainted && !tolerates);
  const onNode = nodes.map(() => 0);
  const isCounted = (each: Made, { nodeTaintsPolicy, nodeAffinityPolicy }: Constraint): boolean =>
    (nodeAffinityPolicy === 'Ignore' || each.disk === 'ssd') &&
    (nodeTaintsPolicy !== 'Honor' || !isKept(each));
  const isLevel = (at: number, of: Constraint): boolean => {
    const counts = new Map<string | undefined, number>();
    nodes.forEach((each, other) => {
      const value = valueOf(other, of.topologyKey);
      if (hasKeys(other) && isCounted(each, of))
        counts.set(value, (counts.get(value) ?? 0) + (onNode[other] ?? 0));
    });
    const least = counts.size < (of.minDomains ?? 1) ? 0 : Math.min(...counts.values());
    return (counts.get(valueOf(at, of.topologyKey)) ?? 0) + 1 - least <= of.maxSkew;
  };
  for (let placed = 0; ; placed += 1) {
    const open = nodes.flatMap((each, at) =>
      each.disk === 'ssd' &&
      !isKept(each) &&
      (onNode[at] ?? 0) < each.pods &&
      hasKeys(at) &&
      constraints.every((of) => isLevel(at, of))
        ? [at]
        : [],
    );
    const at = open[open.length === 0 ? 0 : pick(open.length)];
    if (at === undefined) return placed;
    onNode[at] = (onNode[at] ?? 0) + 1;
  }
}

const some = fc.array(node, { minLength: 1, maxLength: 8 });
const nodes = fc.oneof(
  some,
  some.map((all) => all.map((each): Made => ({ ...each, disk: 'ssd' }))),
);

test('one constraint has as many places as the scheduler fills', () => {
  fc.assert(
    fc.property(nodes, constraint([HOST, ZONE]), fc.boolean(), fc.gen(), (made, of, tolerates, gen) => {
      const [room] = roomsOf(made, [of], tolerates);
      const placed = schedule(made, [of], tolerates, (most) => gen(fc.nat, { max: most - 1 }));
      expect(placed).toBe(room?.places ?? 0);
    }),
    { numRuns: 400 },
  );
});

test('of several constraints none has fewer places than the scheduler fills', () => {
  fc.assert(
    fc.property(
      nodes,
      constraint([HOST]),
      constraint([ZONE]),
      fc.boolean(),
      fc.gen(),
      (made, host, zone, tolerates, gen) => {
        const rooms = roomsOf(made, [host, zone], tolerates);
        const placed = schedule(made, [host, zone], tolerates, (most) => gen(fc.nat, { max: most - 1 }));
        for (const { places } of rooms) expect(placed).toBeLessThanOrEqual(places);
      },
    ),
    { numRuns: 300 },
  );
});

test('what is left out for having places enough has them', () => {
  fc.assert(
    fc.property(nodes, constraint([HOST, ZONE]), fc.boolean(), fc.nat(12), (made, of, tolerates, enough) => {
      const [exact] = roomsOf(made, [of], tolerates);
      const [told] = roomsOf(made, [of], tolerates, enough);
      if (told === undefined) expect(exact?.places ?? enough).toBeGreaterThanOrEqual(enough);
      else expect(told).toEqual(exact);
    }),
    { numRuns: 300 },
  );
});
