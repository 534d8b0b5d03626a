import { type IConstruct } from 'constructs';

import { type JsonObject } from '../model/json-value';

/** One object of a chart, and the construct that made it. */
export interface CollectedObject {
  /** What the construct's `toJson` gives. Made anew by each collect. */
  readonly object: JsonObject;
  /** The path of the construct in the tree: `platform/web/service/Resource`. */
  readonly path: string;
  /** The `ApiObject`; for what a chart's own `toJson` added, the chart. */
  readonly construct: IConstruct;
}
