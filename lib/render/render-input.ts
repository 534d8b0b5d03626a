import { type Manifest } from '../model/manifest';
import { type SourceSpan } from '../model/source-span';

/** One object to render, and where it was made. */
export interface RenderObject {
  readonly object: Manifest;
  /** Path of the construct that made it, `chart/component/object`. */
  readonly path: string;
  /** The line of the user's source that made it. */
  readonly span?: SourceSpan;
  /** The same for whoever has to look for it. Asked only for objects that a problem is about. */
  readonly locate?: () => SourceSpan | undefined;
  /**
   * Construct paths that it was told to come after. A path stands for all objects at or under it, so that
   * a dependency between two charts costs one string an object and not one edge for each pair of objects.
   */
  readonly dependsOn?: readonly string[];
}

/** A chart: a name for its files, and its objects in the order in which it gives them. */
export interface RenderChart {
  /** Stem of the chart's file or folder, without extension. */
  readonly name: string;
  /** Path of the chart's construct. */
  readonly path: string;
  readonly objects: readonly RenderObject[];
}

/** Everything that one run renders. */
export interface RenderInput {
  readonly charts: readonly RenderChart[];
}
