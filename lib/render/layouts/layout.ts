import { type Entry } from '../entry';

/** Where a layout puts one object. */
export interface Slot {
  /** File, relative to the output folder, with `/`. */
  readonly path: string;
  /** Who the file belongs to. Two owners of one file are a conflict; one owner may put many objects in it. */
  readonly owner: string;
  /** Whether that owner is the object's chart. */
  readonly ownedByChart?: boolean;
  /** A folder that belongs to one chart alone, where the layout has such folders. */
  readonly folder?: string;
}

/** A way to spread objects over files. Made for one set of objects, then asked for each of them. */
export interface Layout {
  readonly name: 'file-per-chart' | 'file-per-object' | 'folder-per-chart' | 'single-file' | 'stdout';
  slotsFor(entries: readonly Entry[]): (entry: Entry) => Slot;
  /** What a person does when two owners get one file. */
  readonly conflictHelp: string;
}
