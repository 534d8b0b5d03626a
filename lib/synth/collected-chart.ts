import { type Chart } from 'cdk8s';

import { type CollectedObject } from './collected-object';

/** A chart with the objects that it holds itself; the charts in it are entries of their own. */
export interface CollectedChart {
  /** What cdk8s names the chart's file after, without the number: a DNS label made of the path. */
  readonly name: string;
  /** The path of the chart in the tree: `platform/web`. */
  readonly path: string;
  readonly construct: Chart;
  /** In the order of cdk8s: what is depended on comes first, otherwise as constructed. */
  readonly objects: readonly CollectedObject[];
}
