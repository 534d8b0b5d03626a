import { ApiObject, type App, Chart } from 'cdk8s';

import { collectCharts } from './collect-charts';
import { type CollectMemory } from './collect-memory';
import { type CollectedApp } from './collected-app';
import { ConstructTree, NONE } from './construct-tree';
import { Dependencies } from './dependencies';
import { DependencyOrder } from './dependency-order';
import { validateTree } from './validate-tree';

/**
 * Turns an app into data: its charts, and the objects of each, in the order and with the content
 * of `app.synth()` of cdk8s.
 *
 * It takes the place of the synth loop of cdk8s (lib/app.ts), and differs in what it costs and
 * leaves behind, not in what it yields:
 * - time is linear in constructs, objects and dependencies, and no depth of either overflows the
 *   stack;
 * - validations run once, before anything else;
 * - the tree is not changed, so that two calls give equal data and `app.synth()` still works;
 * - an error names its constructs and keeps what was thrown as `cause`;
 * - no environment variable has a say (CDK8S_DISABLE_SORT).
 *
 * What a class overrides is honoured: `toJson` of API objects and charts, `generateObjectName`,
 * resolvers of the app.
 *
 * @example
 * ```ts
 * const app = new App();
 * const chart = new Chart(app, 'web');
 * new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
 *
 * const { charts } = collect(app);
 * charts[0]?.objects[0]?.object; // { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } }
 * ```
 *
 * @param memory of the last run of the same program in this process: of objects that come out the same, the data of
 * that run is given again. Whoever gives it changes no object that is collected.
 * @throws SynthError when a validation fails (all failures are in one message), dependencies form
 * a cycle, or a construct cannot be serialized
 */
export function collect(app: App, memory?: CollectMemory): CollectedApp {
  validateTree(app);
  // Only now: a validation may complete the tree.
  const tree = new ConstructTree(app);
  const dependencies = new Dependencies(tree);
  const order = new DependencyOrder(tree, dependencies);
  const charts = order
    .charts()
    .map((v) => tree.at(v))
    .filter((construct) => Chart.isChart(construct));
  const objectsOf = (chart: Chart): readonly ApiObject[] | undefined => {
    const v = tree.indexOf(chart);
    if (v === NONE) return undefined;
    return order
      .objects(v)
      .map((object) => tree.at(object))
      .filter((construct) => ApiObject.isApiObject(construct));
  };
  return {
    charts: collectCharts(charts, objectsOf, memory),
    hasDependantCharts: dependencies.hasDependantCharts,
    hasDependencies: dependencies.hasDeclared,
  };
}
