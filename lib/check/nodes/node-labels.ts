import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { LabelIndex, type LabelRequirement } from '../../model/label-index';
import { labelRequirements } from '../../model/selector/label-requirements';
import { type Requirement } from '../../model/selector/selector';
import { Selection } from '../../model/selection';
import { termRequirements } from '../capacity/demand/daemon-nodes';
import { NAME_FIELD } from './name-field';
import { type NodeFacts } from './node-facts';
import { affinityFilter } from './node-filters';

/** So many Nodes may be added to what one term selects. */
const FEW = 64;

/**
 * The Nodes by what `nodeSelector`, required node affinity and `nodeName` of pods ask for.
 *
 * Upstream: `RequiredNodeAffinity.Match`, k8s.io/component-helpers/scheduling/corev1/nodeaffinity.
 */
export class NodeLabels {
  private readonly index: LabelIndex<NodeFacts>;
  private readonly others = new Map<string, Selection<NodeFacts>>();

  constructor(
    private readonly nodes: readonly NodeFacts[],
    private readonly placeOf: (node: NodeFacts) => number,
  ) {
    this.index = new LabelIndex(nodes, ({ entry }) => ({ ...entry.labels, [NAME_FIELD]: entry.name }));
  }

  /** The Nodes that pods with that spec may go to, whatever taints they have. */
  selectedBy(spec: JsonObject): Selection<NodeFacts> {
    const named = textField(spec, 'nodeName');
    const affinity = objectField(objectField(spec, 'affinity'), 'nodeAffinity');
    const required = objectField(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
    const fixed: readonly LabelRequirement[] = [
      ...Object.entries(textMapField(spec, 'nodeSelector')).map(([key, value]) => one(key, value)),
      ...(named === undefined ? [] : [one(NAME_FIELD, named)]),
    ];
    if (required === undefined) return this.index.selection(fixed);
    const ways = listField(required, 'nodeSelectorTerms').flatMap(wayOf);
    if (ways.flat().some(({ operator }) => operator === 'Gt' || operator === 'Lt')) {
      return this.lookedAt(JSON.stringify([fixed, required]), () => {
        const matches = affinityFilter(spec);
        return this.nodes.filter(
          (node) => matches(node) && (named === undefined || node.entry.name === named),
        );
      });
    }
    const all = ways.map((requirements) =>
      this.index.selection([...fixed, ...labelRequirements({ requirements })]),
    );
    const [first, ...more] = all;
    if (first === undefined) return new Selection([], this.placeOf);
    return more.length === 0 ? first : this.either(all, JSON.stringify([fixed, required]));
  }

  private either(all: readonly Selection<NodeFacts>[], at: string): Selection<NodeFacts> {
    const [largest, ...others] = [...all].sort((a, b) => b.size - a.size);
    const size = others.reduce((sum, each) => sum + each.size, 0);
    if (largest === undefined || size > FEW) {
      return this.lookedAt(at, () => {
        const found = new Set(all.flatMap((each) => [...each]));
        return this.nodes.filter((node) => found.has(node));
      });
    }
    const added = new Set(others.flatMap((each) => [...each]).filter((node) => !largest.has(node)));
    if (added.size === 0) return largest;
    const from = [...added].sort((a, b) => this.placeOf(a) - this.placeOf(b));
    return new Selection([...largest.parts, { from, without: new Set() }], this.placeOf);
  }

  private lookedAt(at: string, find: () => readonly NodeFacts[]): Selection<NodeFacts> {
    let found = this.others.get(at);
    if (found === undefined) {
      const from = find();
      found = new Selection(from.length === 0 ? [] : [{ from, without: new Set() }], this.placeOf);
      this.others.set(at, found);
    }
    return found;
  }
}

function one(key: string, value: string): LabelRequirement {
  return { key, operator: 'In', values: [value] };
}

/** What a term asks for; nothing where no Node meets it. */
function wayOf(term: JsonValue): readonly (readonly Requirement[])[] {
  if (!isJsonObject(term)) return [];
  const fields = termRequirements(term, 'matchFields');
  if (fields.some(({ key }) => key !== 'metadata.name')) return [];
  const all = [
    ...termRequirements(term, 'matchExpressions'),
    ...fields.map((each) => ({ ...each, key: NAME_FIELD })),
  ];
  return all.length === 0 ? [] : [all];
}
