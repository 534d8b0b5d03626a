import { isJsonObject, listField, objectField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { LabelIndex } from '../../model/label-index';
import { type ObjectEntry } from '../../model/object-entry';
import { type Selection } from '../../model/selection';
import { formatSelector } from '../../model/selector/format-selector';
import { labelRequirements } from '../../model/selector/label-requirements';
import { meetsTerm, termRequirements } from '../capacity/demand/daemon-nodes';
import { clusterNodes } from '../external/cluster-nodes';
import { type CheckContext } from '../rule-context';
import { type Binding } from './bindings';
import { isBoundByScheduler } from './certain-volumes';
import { type StorageVolume } from './storage-volume';

/** The terms of the node affinity of a volume, of which a Node has to meet one; undefined where every Node will do. */
export function volumeTerms({ spec }: Pick<StorageVolume, 'spec'>): readonly JsonObject[] | undefined {
  const required = objectField(objectField(spec, 'nodeAffinity'), 'required');
  return required === undefined ? undefined : listField(required, 'nodeSelectorTerms').filter(isJsonObject);
}

/** The terms as people write them: `zone in (a,b)`. */
export function termsInWords(terms: readonly JsonObject[]): string {
  return terms
    .map((term) => `\`${formatSelector({ requirements: termRequirements(term, 'matchExpressions') })}\``)
    .join(' or ');
}

/**
 * The Nodes from which a volume can be reached; undefined where that is not known, or are all of them. Only their labels
 * count, and found by these, so that many volumes on many Nodes take no long time.
 *
 * Upstream: `CheckNodeAffinity`, k8s.io/component-helpers/storage/volume/helpers.go.
 */
export function nodesOfVolume(
  volume: StorageVolume,
  { once }: CheckContext,
): Selection<ObjectEntry> | undefined {
  const terms = volumeTerms(volume);
  const index = once(nodeIndex);
  if (terms === undefined || index.items.length === 0) return undefined;
  const [selected, ...others] = terms.map((term) => nodesOfTerm(term, index));
  if (selected !== undefined && others.length === 0) return selected;
  const all = new Set([selected ?? [], ...others].flatMap((some) => [...some]));
  return index.among(index.items.filter((node) => all.has(node)));
}

function nodesOfTerm(term: JsonObject, index: LabelIndex<ObjectEntry>): Selection<ObjectEntry> {
  const requirements = termRequirements(term, 'matchExpressions');
  const selected = index.selection(labelRequirements({ requirements }));
  const isOfLabels =
    requirements.length > 0 &&
    termRequirements(term, 'matchFields').length === 0 &&
    requirements.every(({ operator }) => operator !== 'Gt' && operator !== 'Lt');
  if (isOfLabels) return selected;
  return index.among([...selected].filter(({ labels }) => meetsTerm(term, '', labels)));
}

/**
 * What the scheduler says of Nodes that do not reach the volume of a claim.
 *
 * Upstream: `ErrReasonNodeConflict` and `ErrReasonBindConflict`,
 * k8s.io/kubernetes/pkg/scheduler/framework/plugins/volumebinding/binder.go.
 */
export function unreachedReason(binding: Binding, target: KubernetesVersion): string {
  if (isBoundByScheduler(binding)) return "node(s) didn't find available persistent volumes to bind";
  return compareKubernetesVersions(target, '1.33') < 0
    ? 'node(s) had volume node affinity conflict'
    : "node(s) didn't match PersistentVolume's node affinity";
}

function nodeIndex({ once }: CheckContext): LabelIndex<ObjectEntry> {
  return new LabelIndex(once(clusterNodes), ({ labels }) => labels);
}
