import { LabelIndex } from '../../model/label-index';
import { oncePer } from '../../model/once-per';
import { type SelectionPart } from '../../model/selection';
import { labelRequirements } from '../../model/selector/label-requirements';
import { type Selector } from '../../model/selector/selector';
import { type StorageClaim } from './storage-claim';
import { type StorageVolume } from './storage-volume';
import { VolumePool } from './volume-pool';

type Asked = Pick<StorageClaim, 'request' | 'selector'>;

/** Volumes of one class that differ in size and labels only. */
export class Shelf {
  private index: LabelIndex<StorageVolume> | undefined;

  constructor(
    readonly like: StorageVolume,
    readonly volumes: readonly StorageVolume[],
  ) {}

  /** The smallest that a claim takes and that is not taken; of several the first. */
  smallest(
    { request, selector }: Asked,
    isTaken: (volume: StorageVolume) => boolean,
  ): StorageVolume | undefined {
    return smallestOf(
      this.select(selector).map(({ from, without }) => poolOf(from).smallest(request, without, isTaken)),
    );
  }

  /** The smallest that a claim would take, be it taken or not. */
  smallestOfAll({ request, selector }: Asked): StorageVolume | undefined {
    return smallestOf(
      this.select(selector).map(({ from, without }) => poolOf(from).smallestOfAll(request, without)),
    );
  }

  /** How many a claim would take, be they taken or not. */
  countFor({ request, selector }: Asked): number {
    return this.select(selector).reduce(
      (sum, { from, without }) => sum + poolOf(from).countOf(request, without),
      0,
    );
  }

  private select(selector: Selector | undefined): readonly SelectionPart<StorageVolume>[] {
    if (selector === undefined) return [{ from: this.volumes, without: NONE }];
    if (selector === 'nothing') return [];
    this.index ??= new LabelIndex(this.volumes, ({ entry }) => entry.labels);
    return this.index.selection(labelRequirements(selector)).parts;
  }
}

const NONE: ReadonlySet<StorageVolume> = new Set();

/** Many claims choose among the same. */
const poolOf = oncePer((volumes: readonly StorageVolume[]) => new VolumePool(volumes));

function smallestOf(volumes: readonly (StorageVolume | undefined)[]): StorageVolume | undefined {
  return volumes
    .filter((volume) => volume !== undefined)
    .sort((a, b) => a.capacity.compare(b.capacity) || a.entry.position - b.entry.position)[0];
}
