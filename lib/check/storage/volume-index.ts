import { groupBy } from '../../model/group-by';
import { Shelf } from './shelf';
import { type StorageClaim } from './storage-claim';
import { type StorageVolume } from './storage-volume';

/** More are not compared with a claim. */
const MOST_IN_ALL = 200;

/** Volumes by class, volume mode and access modes, as the controller looks through them. */
export class VolumeIndex {
  private readonly byClass: ReadonlyMap<string, Shelves>;
  private readonly byName: ReadonlyMap<string, StorageVolume>;
  private readonly byClaim: ReadonlyMap<string, readonly StorageVolume[]>;

  constructor(readonly volumes: readonly StorageVolume[]) {
    this.byName = new Map([...volumes].reverse().map((volume) => [volume.name, volume]));
    const kept = volumes.filter(({ claim }) => claim !== undefined);
    this.byClaim = groupBy(kept, ({ claim }) => claimKey(claim ?? { namespace: '', name: '' }));
    const free = volumes.filter(({ claim, isReleased }) => claim === undefined && !isReleased);
    const byClass = groupBy(free, ({ storageClass }) => storageClass);
    this.byClass = new Map([...byClass].map(([name, some]) => [name, new Shelves(some)]));
  }

  named(name: string): StorageVolume | undefined {
    return this.byName.get(name);
  }

  /** The volumes that say they are for that claim. */
  keptFor(claim: { readonly namespace: string; readonly name: string }): readonly StorageVolume[] {
    return this.byClaim.get(claimKey(claim)) ?? [];
  }

  /** The names of classes that volumes have which are anybody's. */
  get classes(): readonly string[] {
    return [...this.byClass.keys()];
  }

  /**
   * The smallest free volume that suits, of those with the fewest access modes. Those that a pod is waited for are
   * looked for by the scheduler, which minds the size alone.
   *
   * Upstream: `findByClaim`, pkg/controller/volume/persistentvolume/index.go; `FindMatchingVolume`,
   * k8s.io/component-helpers/storage/volume/pv_helpers.go.
   */
  find(
    claim: StorageClaim,
    className: string,
    waits: boolean,
    isTaken: (volume: StorageVolume) => boolean,
  ): StorageVolume | undefined {
    let smallest: StorageVolume | undefined;
    for (const shelf of this.shelvesFor(claim, className)) {
      const found = shelf.smallest(claim, isTaken);
      if (found === undefined) continue;
      if (!waits) return found;
      if (smallest === undefined || found.capacity.compare(smallest.capacity) < 0) smallest = found;
    }
    return smallest;
  }

  /** How many volumes suit a claim, be they taken or not. */
  countFor(claim: StorageClaim, className: string): number {
    return this.shelvesFor(claim, className).reduce((sum, shelf) => sum + shelf.countFor(claim), 0);
  }

  /** A volume that suits but for being taken. */
  findTaken(claim: StorageClaim, className: string): StorageVolume | undefined {
    for (const shelf of this.shelvesFor(claim, className)) {
      const found = shelf.smallestOfAll(claim);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Volumes to compare a claim with that none suits: some of its class, large ones first; else some of any class. */
  candidates(className: string, most = 40): readonly StorageVolume[] {
    const ofClass = this.byClass.get(className);
    if (ofClass === undefined) return this.volumes.slice(0, most);
    // Of very many shelves one volume each, and not of all.
    const each = Math.max(1, Math.min(most, Math.floor(MOST_IN_ALL / ofClass.all.length)));
    return ofClass.all.slice(0, MOST_IN_ALL).flatMap(({ volumes }) => volumes.slice(0, each));
  }

  private shelvesFor(claim: StorageClaim, className: string): readonly Shelf[] {
    const shelves = this.byClass.get(className)?.ofMode(claim) ?? [];
    return shelves.filter(({ like }) => claim.accessModes.every((mode) => like.accessModes.includes(mode)));
  }
}

/** The volumes of one class. */
class Shelves {
  readonly all: readonly Shelf[];
  private readonly byMode: ReadonlyMap<string, readonly Shelf[]>;

  constructor(volumes: readonly StorageVolume[]) {
    this.all = shelves(volumes);
    this.byMode = groupBy(this.all, ({ like }) => modeKey(like));
  }

  /** Those of the same volume mode and attributes class. */
  ofMode(claim: StorageClaim): readonly Shelf[] {
    return this.byMode.get(modeKey(claim)) ?? [];
  }
}

function modeKey({
  volumeMode,
  attributesClass,
}: Pick<StorageVolume, 'volumeMode' | 'attributesClass'>): string {
  return `${volumeMode}\0${attributesClass}`;
}

/** Those with the fewest access modes first. */
function shelves(volumes: readonly StorageVolume[]): readonly Shelf[] {
  const groups = groupBy(volumes, ({ volumeMode, attributesClass, accessModes }) =>
    [volumeMode, attributesClass, ...accessModes].join('\0'),
  );
  return [...groups.values()]
    .flatMap((some) => (some[0] === undefined ? [] : [new Shelf(some[0], some)]))
    .sort((a, b) => a.like.accessModes.length - b.like.accessModes.length);
}

/** How a claim is told from others. */
export function claimKey({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}
