import { isJsonObject, listField, objectField, textField, textMapField } from '../../model/json-object';
import { type JsonObject, type JsonValue } from '../../model/json-value';
import { type Requirement } from '../../model/selector/selector';
import { commonLabels } from '../../model/selector/selectors-overlap';
import { isOfDaemons, termRequirements } from '../capacity/demand/daemon-nodes';
import { NAME_FIELD } from './name-field';

/** On which Nodes pods may run, as their spec says. */
export interface Placement {
  /** Equal for pods that are placed alike. */
  readonly key: string;
  /** The Node that they name, past the scheduler. */
  readonly nodeName: string | undefined;
  /** What a Node has to meet: one of several lists. The field `metadata.name` goes as a label. None: there is no such Node. */
  readonly ways: readonly (readonly Requirement[])[];
  readonly tolerations: readonly JsonObject[];
  /** The taints that are of no account, as the controller of DaemonSets tolerates them. */
  readonly isTolerated: (taint: JsonObject) => boolean;
}

const HOSTNAME = 'kubernetes.io/hostname';
/** Of more pairs of ways nothing is said. */
const MOST = 256;

/** @param isDaemon Whether a DaemonSet makes the pods. */
export function placementOf(spec: JsonObject, isDaemon: boolean): Placement {
  const nodeName = textField(spec, 'nodeName');
  const affinity = objectField(objectField(spec, 'affinity'), 'nodeAffinity');
  const required = objectField(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  const selector = textMapField(spec, 'nodeSelector');
  const tolerations = listField(spec, 'tolerations').filter(isJsonObject);
  const fixed: readonly Requirement[] = [
    ...Object.keys(selector)
      .sort()
      .map((key) => one(key, selector[key] ?? '')),
    ...(nodeName === undefined ? [] : [one(NAME_FIELD, nodeName)]),
  ];
  const terms = required === undefined ? [[]] : listField(required, 'nodeSelectorTerms').flatMap(termOf);
  return {
    key: JSON.stringify([fixed, required ?? null, tolerations, isDaemon, spec.hostNetwork === true]),
    nodeName,
    ways: terms
      .map((each) => [...fixed, ...each])
      .filter((requirements) => commonLabels({ requirements }) !== undefined),
    // Who names its Node asks no scheduler, which is who minds most taints.
    tolerations: nodeName === undefined || isDaemon ? tolerations : [{ operator: 'Exists' }],
    isTolerated: (taint) => isDaemon && isOfDaemons(taint, spec),
  };
}

/** Whether pods of the first may run on no Node on which those of the second may not. Where that cannot be told: no. */
export function isWithin(inner: Placement, outer: Placement): boolean {
  if (inner.ways.length === 0 || inner.ways.length * outer.ways.length > MOST) return false;
  return (
    inner.ways.every((way) => outer.ways.some((other) => other.every((each) => follows(each, way)))) &&
    inner.tolerations.every((each) => isCovered(each, outer))
  );
}

/** The one Node that pods may run on, as people name it; undefined where there may be others. */
export function onlyNode({ ways }: Placement): string | undefined {
  const [way] = ways;
  if (way === undefined || ways.length > 1) return undefined;
  const named = (key: string): string | undefined =>
    way.find((each) => each.key === key && each.operator === 'In' && each.values.length === 1)?.values[0];
  return named(NAME_FIELD) ?? named(HOSTNAME);
}

function one(key: string, value: string): Requirement {
  return { key, operator: 'In', values: [value] };
}

/** A term without requirements, or with one that cannot be read, is met by no Node. */
function termOf(term: JsonValue): readonly (readonly Requirement[])[] {
  if (!isJsonObject(term)) return [];
  const labels = termRequirements(term, 'matchExpressions');
  const fields = termRequirements(term, 'matchFields');
  const written = listField(term, 'matchExpressions').length + listField(term, 'matchFields').length;
  if (written === 0 || labels.length + fields.length < written) return [];
  if (fields.some(({ key }) => key !== 'metadata.name')) return [];
  return [[...labels, ...fields.map((each) => ({ ...each, key: NAME_FIELD }))]];
}

const OPPOSITES = {
  In: 'NotIn',
  Equals: 'NotEquals',
  DoubleEquals: 'NotEquals',
  NotIn: 'In',
  NotEquals: 'Equals',
  Exists: 'DoesNotExist',
  DoesNotExist: 'Exists',
  Gt: undefined,
  Lt: undefined,
} as const;

/** Whether every Node that meets all of these meets that one too. */
function follows(wanted: Requirement, given: readonly Requirement[]): boolean {
  const { key, operator, values } = wanted;
  const same = given.filter((each) => each.key === key);
  const [first] = same;
  if (first === undefined) return false;
  if (same.length === 1 && operator === 'In' && first.operator === 'In') {
    return first.values.every((value) => values.includes(value));
  }
  if (same.some((each) => each.operator === operator && each.values.join() === values.join())) return true;
  const opposite = OPPOSITES[operator];
  if (opposite === undefined || values.length > MOST) return false;
  return commonLabels({ requirements: [...same, { key, operator: opposite, values }] }) === undefined;
}

/** Whether the other tolerates all that this toleration does. Preferences keep no pod away. */
function isCovered(toleration: JsonObject, { tolerations, isTolerated }: Placement): boolean {
  const { key, value, operator, effect } = toleration;
  if (effect === 'PreferNoSchedule') return true;
  if (isTolerated(toleration)) return true;
  return tolerations.some((each) => {
    if (each.effect !== undefined && each.effect !== '' && each.effect !== effect) return false;
    const isOfAll = each.key === undefined || each.key === '';
    if (each.operator === 'Exists') return isOfAll || each.key === key;
    return (
      each.key === key &&
      (each.operator ?? 'Equal') === (operator ?? 'Equal') &&
      (each.value ?? '') === (value ?? '')
    );
  });
}
