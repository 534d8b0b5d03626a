import { isJsonObject, listField, objectField, textMapField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { type Requirement } from '../../model/selector/selector';
import { commonLabels } from '../../model/selector/selectors-overlap';
import { termRequirements } from '../capacity/demand/daemon-nodes';

/** What a Node's labels have to meet: one of several lists of requirements. */
export type Places = readonly (readonly Requirement[])[];

/** Beyond so many ways to meet all, nothing is said. */
const MOST = 64;

/** What the terms of a node selector ask for. What they ask of fields is left out, so that more Nodes meet them. */
export function placesOfTerms(terms: readonly JsonObject[]): Places {
  return terms.map((term) => termRequirements(term, 'matchExpressions'));
}

/** What the `nodeSelector` and the required node affinity of a pod ask for. */
export function placesOfPods(spec: JsonObject): Places {
  const selector = Object.entries(textMapField(spec, 'nodeSelector')).map(([key, value]): Requirement => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const affinity = objectField(objectField(spec, 'affinity'), 'nodeAffinity');
  const required = objectField(affinity, 'requiredDuringSchedulingIgnoredDuringExecution');
  if (required === undefined) return [selector];
  const terms = listField(required, 'nodeSelectorTerms').filter(isJsonObject);
  return placesOfTerms(terms).map((each) => [...selector, ...each]);
}

/** Whether a Node may have labels that meet all of them. Where there are too many ways to tell, it may. */
export function mayMeet(all: readonly Places[]): boolean {
  let ways: Places = [[]];
  for (const places of all) {
    if (ways.length * places.length > MOST) return true;
    ways = ways
      .flatMap((way) => places.map((each) => [...way, ...each]))
      .filter((requirements) => commonLabels({ requirements }) !== undefined);
    if (ways.length === 0) return false;
  }
  return true;
}
