import { groupBy } from '../../model/group-by';
import { type ObjectEntry } from '../../model/object-entry';
import { type CheckContext } from '../rule-context';
import { differences } from './differences';
import { type StorageClaim, storageClaims } from './storage-claim';
import { type ClassOfClaim, classOfClaim } from './storage-classes';
import { readVolume, type StorageVolume } from './storage-volume';
import { claimKey, VolumeIndex } from './volume-index';

/** What becomes of a claim. */
export type Fate =
  /** It binds to this volume of the set. */
  | { readonly is: 'bound'; readonly volume: StorageVolume }
  /** A provisioner makes its volume. */
  | { readonly is: 'provisioned' }
  /** That hangs on what is not in the set. */
  | { readonly is: 'unknown' }
  /** It asks for a volume by name that is not in the set. */
  | { readonly is: 'volume missing'; readonly volumeName: string }
  /** The volume that it names, or that is kept for it, is not what it asks for. */
  | { readonly is: 'unfit'; readonly volume: StorageVolume; readonly names: 'claim' | 'volume' }
  /** The volume that it names is kept for, or bound to, another claim. */
  | { readonly is: 'taken'; readonly volume: StorageVolume; readonly by: Holder }
  /** No volume is what it asks for, or all that are have gone to others. */
  | { readonly is: 'without'; readonly volume: StorageVolume | undefined; readonly by: Holder | undefined };

/** Who has a volume. */
export interface Holder {
  readonly namespace: string;
  readonly name: string;
  /** Absent where it is not in the set. */
  readonly claim?: StorageClaim;
}

/** A claim, and what becomes of it. */
export interface Binding {
  readonly claim: StorageClaim;
  readonly class: ClassOfClaim;
  /** The class that volumes have to have; undefined where that is not known. */
  readonly className: string | undefined;
  readonly fate: Fate;
}

/** What becomes of every claim of the set. */
export interface Bindings {
  readonly all: readonly Binding[];
  readonly index: VolumeIndex;
  /** Those of a claim, or of the templates of a StatefulSet. */
  ofEntry(entry: ObjectEntry): readonly Binding[];
  /** By the namespace and name of the claim. */
  of(namespace: string, name: string): Binding | undefined;
  /** Who has the volume. */
  holderOf(volume: StorageVolume): Holder | undefined;
}

/**
 * Binds the claims of the set to its volumes, as the controller does with those that are applied together: first those
 * that name one another, then the rest in the order of the set. Made once a check; takes time by the number of claims
 * and volumes, not their product.
 *
 * Upstream: `syncUnboundClaim`, pkg/controller/volume/persistentvolume/pv_controller.go.
 */
export function bindings(context: CheckContext): Bindings {
  const index = new VolumeIndex(context.set.ofKind('', 'PersistentVolume').map(readVolume));
  const claims = distinctClaims(context);
  const binder = new Binder(index, claims, context);
  const fates = new Map<StorageClaim, Binding>();
  for (const claim of claims.values()) if (isNamed(claim, index)) fates.set(claim, binder.bind(claim));
  for (const claim of claims.values()) if (!fates.has(claim)) fates.set(claim, binder.bind(claim));
  const byKey = new Map([...claims].map(([key, claim]) => [key, fates.get(claim)]));
  const all = [...claims.values()].flatMap((claim) => fates.get(claim) ?? []);
  const byEntry = groupBy(all, ({ claim }) => claim.entry);
  return {
    all,
    index,
    ofEntry: (entry) => byEntry.get(entry) ?? [],
    of: (namespace, name) => byKey.get(claimKey({ namespace, name })),
    holderOf: (volume) => binder.holderOf(volume),
  };
}

function isNamed(claim: StorageClaim, index: VolumeIndex): boolean {
  return claim.volumeName !== undefined || index.keptFor(claim).length > 0;
}

/** A StatefulSet takes a claim that is there already. */
function distinctClaims({ set }: CheckContext): ReadonlyMap<string, StorageClaim> {
  const claims = new Map<string, StorageClaim>();
  const holders = [...set.ofKind('', 'PersistentVolumeClaim'), ...set.ofKind('apps', 'StatefulSet')];
  for (const claim of holders.flatMap(storageClaims)) {
    const at = claimKey(claim);
    if (claim.name !== '' && !claims.has(at)) claims.set(at, claim);
  }
  return claims;
}

class Binder {
  private readonly holders = new Map<StorageVolume, StorageClaim>();

  constructor(
    private readonly index: VolumeIndex,
    private readonly claims: ReadonlyMap<string, StorageClaim>,
    private readonly context: CheckContext,
  ) {}

  bind(claim: StorageClaim): Binding {
    const of = classOfClaim(claim, this.context);
    const className = of.is === 'none' ? '' : of.is === 'unnamed' ? undefined : of.name;
    return { claim, class: of, className, fate: this.fateOf(claim, of, className) };
  }

  holderOf(volume: StorageVolume): Holder | undefined {
    const claim = this.holders.get(volume);
    if (claim !== undefined) return { namespace: claim.namespace, name: claim.name, claim };
    if (volume.claim === undefined) return undefined;
    const kept = this.claims.get(claimKey(volume.claim));
    return kept === undefined ? volume.claim : { ...volume.claim, claim: kept };
  }

  private fateOf(claim: StorageClaim, of: ClassOfClaim, className: string | undefined): Fate {
    if (claim.volumeName !== undefined) return this.byName(claim, claim.volumeName, className);
    const [kept] = this.index.keptFor(claim);
    if (kept !== undefined) return this.take(claim, kept);
    const isTaken = (volume: StorageVolume): boolean => this.holders.has(volume);
    const waits = (of.is === 'static' || of.is === 'dynamic') && of.waits;
    // Without a class of its own a claim that nobody gives one binds to volumes without a class.
    const found = this.index.find(claim, className ?? '', waits, isTaken);
    if (found !== undefined) return this.take(claim, found);
    switch (of.is) {
      case 'dynamic':
        // Provisioners do not make volumes by labels.
        return claim.selector === undefined ? { is: 'provisioned' } : this.without(claim, of.name);
      case 'outside':
        return claim.selector === undefined || !this.index.classes.includes(of.name)
          ? { is: 'unknown' }
          : this.without(claim, of.name);
      case 'absent':
        return this.index.classes.includes(of.name) ? this.without(claim, of.name) : { is: 'unknown' };
      case 'unnamed':
        return { is: 'unknown' };
      case 'static':
      case 'none':
        return this.without(claim, className ?? '');
    }
  }

  private byName(claim: StorageClaim, volumeName: string, className: string | undefined): Fate {
    const volume = this.index.named(volumeName);
    if (volume === undefined) return { is: 'volume missing', volumeName };
    if (volume.claim !== undefined) {
      // Where each names the other, nothing more is asked.
      return claimKey(volume.claim) === claimKey(claim)
        ? this.take(claim, volume)
        : { is: 'taken', volume, by: this.holderOf(volume) ?? volume.claim };
    }
    const holder = this.holderOf(volume);
    if (holder !== undefined) return { is: 'taken', volume, by: holder };
    const differs = differences({ ...claim, selector: undefined }, className ?? volume.storageClass, volume);
    return differs.length > 0 ? { is: 'unfit', volume, names: 'claim' } : this.take(claim, volume);
  }

  /** Of a volume that is kept for a claim the class and the labels do not count, but size and modes do. */
  private take(claim: StorageClaim, volume: StorageVolume): Fate {
    if (volume.claim !== undefined && claim.volumeName === undefined) {
      const differs = differences({ ...claim, selector: undefined }, volume.storageClass, volume);
      if (differs.length > 0) return { is: 'unfit', volume, names: 'volume' };
    }
    this.holders.set(volume, claim);
    return { is: 'bound', volume };
  }

  private without(claim: StorageClaim, className: string): Fate {
    // It may be one that is not in the set.
    if (this.context.external.declares('', 'PersistentVolume')) return { is: 'unknown' };
    const volume = this.index.findTaken(claim, className);
    return { is: 'without', volume, by: volume === undefined ? undefined : this.holderOf(volume) };
  }
}
