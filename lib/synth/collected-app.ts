import { type CollectedChart } from './collected-chart';

/** Everything that an app yields, as data. */
export interface CollectedApp {
  /** The charts in the order of cdk8s: what is depended on comes first. */
  readonly charts: readonly CollectedChart[];
  /**
   * Whether a chart depends on another or contains one, in which case cdk8s would put a running
   * number before the names of its files (`0000-db.k8s.yaml`).
   */
  readonly hasDependantCharts: boolean;
  /** Whether anything depends on anything by `addDependency`. */
  readonly hasDependencies: boolean;
}
