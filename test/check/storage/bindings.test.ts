import fc from 'fast-check';

import { ExternalIndex } from '../../../lib/check/external/external-index';
import { type CheckContext } from '../../../lib/check/rule-context';
import { type Bindings, bindings } from '../../../lib/check/storage/bindings';
import { type JsonObject } from '../../../lib/model/json-value';
import { DEFAULT_KUBERNETES_VERSION } from '../../../lib/model/kubernetes-version';
import { ObjectSet } from '../../../lib/model/object-set';

interface Volume {
  readonly size: number;
  readonly modes: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly className: string;
  readonly mode: string;
  readonly claimRef: number | undefined;
}

interface Claim extends Omit<Volume, 'claimRef' | 'labels'> {
  readonly selector: Readonly<Record<string, string>> | undefined;
  readonly volumeName: number | undefined;
}

// Of two sets as long as each other the controller may look at either first: here each holds the one before.
const modes = fc.constantFrom(
  ['ReadWriteOnce'],
  ['ReadWriteOnce', 'ReadOnlyMany'],
  ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany'],
);
const common = {
  size: fc.integer({ min: 1, max: 4 }),
  modes,
  className: fc.constantFrom('manual', 'manual', 'manual', ''),
  mode: fc.constantFrom('Filesystem', 'Filesystem', 'Filesystem', 'Block'),
};
const labels = fc.constantFrom({}, { tier: 'a' }, { tier: 'b' });
const volumes = fc.array(
  fc.record<Volume>({
    ...common,
    labels,
    claimRef: fc.option(fc.nat({ max: 7 }), { nil: undefined, freq: 8 }),
  }),
  { maxLength: 12 },
);
const claims = fc.array(
  fc.record<Claim>({
    ...common,
    selector: fc.option(fc.constantFrom({ tier: 'a' }, { tier: 'b' }), { nil: undefined, freq: 3 }),
    volumeName: fc.option(fc.nat({ max: 11 }), { nil: undefined, freq: 6 }),
  }),
  { maxLength: 8 },
);

function bind(objects: readonly JsonObject[]): Bindings {
  const set = new ObjectSet(objects.map((object) => ({ object })));
  const made = new Map<unknown, unknown>();
  const context: CheckContext = {
    set,
    target: DEFAULT_KUBERNETES_VERSION,
    external: new ExternalIndex(),
    once: <T>(analyse: (of: CheckContext) => T): T => {
      if (!made.has(analyse)) made.set(analyse, analyse(context));
      return made.get(analyse) as T;
    },
  };
  return bindings(context);
}

const volumeObject = ({ size, claimRef, className, mode, ...each }: Volume, index: number): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: `volume-${index}`, labels: each.labels },
  spec: {
    capacity: { storage: `${size}Gi` },
    accessModes: each.modes,
    storageClassName: className,
    volumeMode: mode,
    ...(claimRef !== undefined && { claimRef: { namespace: 'shop', name: `claim-${claimRef}` } }),
  },
});

const claimObject = ({ size, selector, volumeName, ...each }: Claim, index: number): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: `claim-${index}`, namespace: 'shop' },
  spec: {
    resources: { requests: { storage: `${size}Gi` } },
    accessModes: each.modes,
    storageClassName: each.className,
    volumeMode: each.mode,
    ...(selector !== undefined && { selector: { matchLabels: selector } }),
    ...(volumeName !== undefined && { volumeName: `volume-${volumeName}` }),
  },
});

const has = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((each) => all.includes(each));

/** As the controller does it, claim by claim and volume by volume. */
function byHand(volumeList: readonly Volume[], claimList: readonly Claim[]): readonly (number | undefined)[] {
  const bound = new Map<number, number>();
  const fate = new Map<number, number>();
  const kept = (claim: number): number => volumeList.findIndex(({ claimRef }) => claimRef === claim);
  const take = (claim: number, volume: number): void => {
    bound.set(volume, claim);
    fate.set(claim, volume);
  };
  const order = claimList.map((_, index) => index);
  const named = order.filter((index) => claimList[index]?.volumeName !== undefined || kept(index) >= 0);
  for (const index of [...named, ...order.filter((each) => !named.includes(each))]) {
    const claim = claimList[index];
    if (claim === undefined) continue;
    const isBig = (volume: Volume): boolean => volume.size >= claim.size && volume.mode === claim.mode;
    if (claim.volumeName !== undefined) {
      const volume = volumeList[claim.volumeName];
      if (volume === undefined) continue;
      const fits = isBig(volume) && volume.className === claim.className && has(volume.modes, claim.modes);
      if (
        volume.claimRef === index ||
        (volume.claimRef === undefined && fits && !bound.has(claim.volumeName))
      ) {
        take(index, claim.volumeName);
      }
      continue;
    }
    const own = kept(index);
    if (own >= 0) {
      const volume = volumeList[own];
      if (volume !== undefined && isBig(volume) && has(volume.modes, claim.modes)) take(index, own);
      continue;
    }
    let best: number | undefined;
    for (const [at, volume] of volumeList.entries()) {
      if (bound.has(at) || volume.claimRef !== undefined || !isBig(volume)) continue;
      if (volume.className !== claim.className || !has(volume.modes, claim.modes)) continue;
      if (claim.selector !== undefined && volume.labels.tier !== claim.selector.tier) continue;
      const known = best === undefined ? undefined : volumeList[best];
      const isNearer =
        known === undefined ||
        volume.modes.length < known.modes.length ||
        (volume.modes.length === known.modes.length && volume.size < known.size);
      if (isNearer) best = at;
    }
    if (best !== undefined) take(index, best);
  }
  return order.map((index) => fate.get(index));
}

test('a claim is bound as the controller binds it', () => {
  fc.assert(
    fc.property(volumes, claims, (volumeList, claimList) => {
      const made = bind([...volumeList.map(volumeObject), ...claimList.map(claimObject)]);
      const ours = claimList.map((_, index) => {
        const fate = made.of('shop', `claim-${index}`)?.fate;
        return fate?.is === 'bound' ? fate.volume.name : undefined;
      });
      const expected = byHand(volumeList, claimList);
      expect(ours).toEqual(expected.map((index) => (index === undefined ? undefined : `volume-${index}`)));
    }),
    { numRuns: 2000 },
  );
});

test('a volume is bound to one claim', () => {
  fc.assert(
    fc.property(volumes, claims, (volumeList, claimList) => {
      const { all } = bind([...volumeList.map(volumeObject), ...claimList.map(claimObject)]);
      const taken = all.flatMap(({ fate }) => (fate.is === 'bound' ? fate.volume.name : []));
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

test('the claims of a StatefulSet are bound one by one, from the ordinal that it starts with', () => {
  const template = claimObject(
    {
      size: 1,
      modes: ['ReadWriteOnce'],
      className: 'manual',
      mode: 'Filesystem',
      selector: undefined,
      volumeName: undefined,
    },
    0,
  );
  const statefulSet: JsonObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace: 'shop' },
    spec: {
      replicas: 3,
      ordinals: { start: 4 },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: template.spec ?? {} }],
    },
  };
  const volume: Volume = {
    size: 1,
    modes: ['ReadWriteOnce'],
    labels: {},
    className: 'manual',
    mode: 'Filesystem',
    claimRef: undefined,
  };
  const { all } = bind([statefulSet, volumeObject(volume, 0), volumeObject(volume, 1)]);
  expect(all.map(({ claim, fate }) => `${claim.name} ${fate.is}`)).toEqual([
    'data-db-4 bound',
    'data-db-5 bound',
    'data-db-6 without',
  ]);
});
