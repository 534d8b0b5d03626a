import { type Quantity } from '../../model/quantity';
import { type StorageVolume } from './storage-volume';

/**
 * Volumes that suit the same claims but for their size, smallest first. Volumes that are taken are passed over in
 * time that does not go with their number: each place knows the next one that may be free.
 */
export class VolumePool {
  private readonly volumes: readonly StorageVolume[];
  private readonly next: number[];

  constructor(volumes: readonly StorageVolume[]) {
    this.volumes = [...volumes].sort((a, b) => a.capacity.compare(b.capacity));
    this.next = this.volumes.map((_, index) => index);
    this.next.push(this.volumes.length);
  }

  /**
   * The smallest that is large enough and not taken.
   *
   * @param without Few that do not count.
   */
  smallest(
    request: Quantity,
    without: ReadonlySet<StorageVolume>,
    isTaken: (volume: StorageVolume) => boolean,
  ): StorageVolume | undefined {
    let at = this.free(this.firstOfSize(request));
    for (;;) {
      const volume = this.volumes[at];
      if (volume === undefined) return undefined;
      if (isTaken(volume)) {
        this.next[at] = at + 1;
        at = this.free(at);
      } else if (without.has(volume)) at = this.free(at + 1);
      else return volume;
    }
  }

  /** The smallest that is large enough, be it taken or not. */
  smallestOfAll(request: Quantity, without: ReadonlySet<StorageVolume>): StorageVolume | undefined {
    for (let at = this.firstOfSize(request); ; at += 1) {
      const volume = this.volumes[at];
      if (volume === undefined || !without.has(volume)) return volume;
    }
  }

  /** How many are large enough, be they taken or not. */
  countOf(request: Quantity, without: ReadonlySet<StorageVolume>): number {
    const all = this.volumes.length - this.firstOfSize(request);
    return all - [...without].filter(({ capacity }) => capacity.compare(request) >= 0).length;
  }

  private firstOfSize(request: Quantity): number {
    let low = 0;
    let high = this.volumes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const volume = this.volumes[middle];
      if (volume !== undefined && volume.capacity.compare(request) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private free(from: number): number {
    let at = from;
    for (let next = this.next[at]; next !== undefined && next !== at; next = this.next[at]) {
      this.next[at] = this.next[next] ?? next;
      at = next;
    }
    return at;
  }
}
