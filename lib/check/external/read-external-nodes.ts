import { suggest } from '../../diagnostics/suggest';
import { isJsonList, isJsonObject, objectField, textField } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { labelKeyErrors } from '../../model/names/label-key';
import { labelValueErrors } from '../../model/names/label-value';
import { type ObjectEntry } from '../../model/object-entry';
import { ObjectSet } from '../../model/object-set';
import { Quantity } from '../../model/quantity';
import { type ExternalNodes } from './external-node';

const NODE_FIELDS = ['name', 'labels', 'taints', 'allocatable', 'unschedulable'];
const TAINT_FIELDS = ['key', 'value', 'effect'];
const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/**
 * The Nodes of `external.nodes`, as objects of the API. Programs without types may write anything, so all is looked at.
 *
 * @throws TypeError for what is no Node, and for a path: files are read by those who load the configuration
 * @throws RangeError for a value that no Node has
 */
export function readExternalNodes(nodes: ExternalNodes): readonly ObjectEntry[] {
  if (typeof nodes === 'string') {
    throw new TypeError(
      `external.nodes is the path ${JSON.stringify(nodes)}, which only kubewright.config.ts may have; give the Nodes themselves here`,
    );
  }
  if (!Array.isArray(nodes)) {
    throw new TypeError(
      "external.nodes has to be a list, such as [{ name: 'node-1' }], or the path of a file that `kubectl get nodes -o yaml` printed",
    );
  }
  const manifests = (nodes as readonly JsonValue[]).map((node, index) =>
    manifestOf(node, `external.nodes[${index}]`),
  );
  const { entries } = new ObjectSet(manifests.map((object) => ({ object })));
  const places = new Map<string, number>();
  for (const [index, { name }] of entries.entries()) {
    const first = places.get(name);
    if (first !== undefined) {
      throw new RangeError(
        `external.nodes[${index}].name is "${name}", as of external.nodes[${first}]; leave one of them out`,
      );
    }
    places.set(name, index);
  }
  return entries;
}

function manifestOf(node: JsonValue, place: string): JsonObject {
  if (!isJsonObject(node)) throw new TypeError(`${place} has to be an object, such as { name: 'node-1' }`);
  if (node.kind !== undefined) return asTheApiHasIt(node, place);
  refuseUnknown(node, NODE_FIELDS, place);
  const name = textField(node, 'name');
  if (name === undefined) throw new TypeError(`${place}.name has to be the name of a Node`);
  const { unschedulable = false, allocatable } = node;
  if (typeof unschedulable !== 'boolean')
    throw new TypeError(`${place}.unschedulable has to be true or false`);
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: labelsOf(node, name, place) },
    spec: { taints: taintsOf(node, place), unschedulable },
    ...(allocatable !== undefined && {
      status: { allocatable: amountsOf(allocatable, `${place}.allocatable`) },
    }),
  };
}

function asTheApiHasIt(node: JsonObject, place: string): JsonObject {
  if (node.kind !== 'Node') {
    throw new TypeError(`${place}.kind is ${JSON.stringify(node.kind)}; what is declared here are Nodes`);
  }
  if (textField(objectField(node, 'metadata'), 'name') === undefined)
    throw new TypeError(`${place}.metadata.name has to be the name of a Node`);
  return { ...node, apiVersion: 'v1' };
}

/** Upstream: `initialNode`, pkg/kubelet/kubelet_node_status.go. */
function labelsOf(node: JsonObject, name: string, place: string): JsonObject {
  const { labels = {} } = node;
  const given = {
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
  };
  if (!isJsonObject(labels))
    throw new TypeError(`${place}.labels has to be an object, such as { zone: 'a' }`);
  for (const [key, value] of Object.entries(labels)) {
    const at = `${place}.labels[${JSON.stringify(key)}]`;
    const [wrong] = labelKeyErrors(key);
    if (wrong !== undefined) throw new RangeError(`${at} is no label: ${wrong}`);
    if (typeof value !== 'string') {
      throw new TypeError(`${at} has to be text; write '${JSON.stringify(value)}'`);
    }
    const [unfit] = labelValueErrors(value);
    if (unfit !== undefined) throw new RangeError(`${at} is ${JSON.stringify(value)}: ${unfit}`);
  }
  return { ...given, ...labels };
}

function taintsOf(node: JsonObject, place: string): readonly JsonObject[] {
  const { taints = [] } = node;
  if (!isJsonList(taints)) {
    throw new TypeError(`${place}.taints has to be a list, such as [{ key: 'gpu', effect: 'NoSchedule' }]`);
  }
  return taints.map((taint, index) => {
    const at = `${place}.taints[${index}]`;
    if (!isJsonObject(taint)) {
      throw new TypeError(`${at} has to be an object, such as { key: 'gpu', effect: 'NoSchedule' }`);
    }
    refuseUnknown(taint, TAINT_FIELDS, at);
    const { key, value, effect } = taint;
    if (typeof key !== 'string' || key === '') throw new TypeError(`${at}.key has to be the key of a taint`);
    if (value !== undefined && typeof value !== 'string') throw new TypeError(`${at}.value has to be text`);
    if (typeof effect !== 'string' || !EFFECTS.includes(effect)) {
      throw new RangeError(
        `${at}.effect is ${JSON.stringify(effect ?? null)}; write one of ${EFFECTS.join(', ')}`,
      );
    }
    return taint;
  });
}

function amountsOf(allocatable: JsonValue, place: string): JsonObject {
  if (!isJsonObject(allocatable)) {
    throw new TypeError(`${place} has to be an object, such as { cpu: '4', memory: '16Gi' }`);
  }
  for (const [name, amount] of Object.entries(allocatable)) {
    const isAmount = typeof amount === 'string' || typeof amount === 'number';
    if (!isAmount || Quantity.tryParse(amount) === undefined) {
      throw new RangeError(
        `${place}.${name} is ${JSON.stringify(amount)}, which is no quantity; write such as '4' or '16Gi'`,
      );
    }
  }
  return allocatable;
}

function refuseUnknown(object: JsonObject, known: readonly string[], place: string): void {
  const unknown = Object.keys(object).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const [best] = suggest(unknown, known);
  throw new TypeError(
    `there is no ${place}.${unknown}; ${best === undefined ? `there are ${known.join(', ')}` : `did you mean ${best}?`}`,
  );
}
