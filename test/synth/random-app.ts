import { ApiObject, Chart } from 'cdk8s';
import { Construct, DependencyGroup, type IConstruct } from 'constructs';
import fc from 'fast-check';

/** A recipe for a tree, so that the same one can be built twice. */
export interface AppPlan {
  readonly children: readonly NodePlan[];
  /** Who depends on whom, by position in the order of construction (modulo its length). */
  readonly dependencies: readonly { readonly from: number; readonly on: readonly number[] }[];
}

interface NodePlan {
  readonly kind: 'chart' | 'construct' | 'object';
  readonly id: string;
  readonly children: readonly NodePlan[];
}

// Integer-like ids come first among siblings; the last two only look like it.
const IDS = ['a', 'b', 'c', '10', '2', '0', '4294967295', '01'];

const node: fc.Memo<NodePlan> = fc.memo((depth) =>
  fc.record({
    kind: fc.constantFrom('chart', 'construct', 'object', 'object', 'object'),
    id: fc.constantFrom(...IDS),
    children: depth > 1 ? fc.array(node(depth - 1), { maxLength: 4 }) : fc.constant([]),
  }),
);

/** Under the app stand charts, and now and then a group of charts. */
const top = fc.record({
  kind: fc.constantFrom('chart', 'chart', 'chart', 'chart', 'chart', 'construct'),
  id: fc.constantFrom(...IDS),
  children: fc.array(node(3), { maxLength: 5 }),
});

/** Plans whose product of dependencies stays small enough for the walk of cdk8s. */
export function appPlans(): fc.Arbitrary<AppPlan> {
  const position = fc.nat({ max: 40 });
  return fc
    .record({
      children: fc.array(top, { minLength: 1, maxLength: 4 }),
      dependencies: fc.array(
        fc.record({ from: position, on: fc.array(position, { minLength: 1, maxLength: 2 }) }),
        { maxLength: 5 },
      ),
    })
    .filter(({ children }) => countNodes(children) <= 24);
}

/** Builds the tree of a plan in an app. */
export function buildPlan(app: Construct, plan: AppPlan): void {
  const built: IConstruct[] = [];
  const build = (scope: Construct, { kind, id, children }: NodePlan, isInChart: boolean): void => {
    if (scope.node.tryFindChild(id) !== undefined) return;
    const construct = create(scope, id, kind === 'object' && !isInChart ? 'construct' : kind);
    built.push(construct);
    for (const child of children) build(construct, child, isInChart || kind === 'chart');
  };
  for (const child of plan.children) build(app, child, false);

  for (const { from, on } of plan.dependencies) {
    const source = built[from % built.length];
    const targets = on
      .flatMap((position) => built[position % built.length] ?? [])
      .filter((target) => target !== source);
    const [first, ...rest] = targets;
    if (source === undefined || first === undefined) continue;
    source.node.addDependency(rest.length === 0 ? first : new DependencyGroup(first, ...rest));
  }
}

function create(scope: Construct, id: string, kind: NodePlan['kind']): Construct {
  switch (kind) {
    case 'chart':
      return new Chart(scope, id);
    case 'construct':
      return new Construct(scope, id);
    case 'object':
      return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', data: { id } });
  }
}

function countNodes(nodes: readonly NodePlan[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + countNodes(children), 0);
}
