import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { type PodTemplate } from '../../model/pod-template';
import { matchesSelector } from '../../model/selector/matches-selector';
import { readLabelSelector } from '../../model/selector/read-label-selector';
import { clusterNodes } from '../external/cluster-nodes';
import { type CheckContext } from '../rule-context';
import { type StorageVolume } from './storage-volume';

const HOSTNAME = 'kubernetes.io/hostname';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/**
 * Whether the pods of a template all run on one node, so that a volume of one node at a time does for them: the cluster has
 * one Node, or they name one, or go where their like is.
 */
export function areOnOneNode({ spec, labels }: PodTemplate, { once }: CheckContext): boolean {
  if (once(clusterNodes).length === 1) return true;
  if (spec === undefined) return false;
  if (textField(spec, 'nodeName') !== undefined) return true;
  if (textMapField(spec, 'nodeSelector')[HOSTNAME] !== undefined) return true;
  const affinity = objectField(spec, 'affinity');
  if (isOneNode(objectField(objectField(affinity, 'nodeAffinity'), REQUIRED))) return true;
  return listField(objectField(affinity, 'podAffinity'), REQUIRED).some((term) => {
    if (!isJsonObject(term) || textField(term, 'topologyKey') !== HOSTNAME) return false;
    const selector = readLabelSelector(term.labelSelector);
    return selector !== undefined && matchesSelector(selector, labels);
  });
}

/** Whether a volume can be reached from one node only: every pod that mounts it goes there. */
export function isOfOneNode({ spec }: StorageVolume): boolean {
  return isOneNode(objectField(objectField(spec, 'nodeAffinity'), 'required'));
}

/** The label `kubernetes.io/hostname` of the one Node from which a volume is reached; undefined where it is another's, or not said so. */
export function hostOf({ spec }: Pick<StorageVolume, 'spec'>): string | undefined {
  const term = onlyTerm(objectField(objectField(spec, 'nodeAffinity'), 'required'));
  const asked = listField(term, 'matchExpressions').find(
    (each) => namesOneNode(each) && isJsonObject(each) && each.key === HOSTNAME,
  );
  const [host] = isJsonObject(asked) ? listField(asked, 'values') : [];
  return typeof host === 'string' ? host : undefined;
}

function isOneNode(selector: JsonObject | undefined): boolean {
  const term = onlyTerm(selector);
  return [...listField(term, 'matchExpressions'), ...listField(term, 'matchFields')].some(namesOneNode);
}

function onlyTerm(selector: JsonObject | undefined): JsonObject | undefined {
  const terms = listField(selector, 'nodeSelectorTerms');
  const [term] = terms;
  return terms.length === 1 && isJsonObject(term) ? term : undefined;
}

function namesOneNode(requirement: JsonValue): boolean {
  if (!isJsonObject(requirement)) return false;
  const key = textField(requirement, 'key');
  return (
    (key === HOSTNAME || key === 'metadata.name') &&
    requirement.operator === 'In' &&
    listField(requirement, 'values').length === 1
  );
}
