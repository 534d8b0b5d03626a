import { isJsonObject, listField, objectField, textField, textMapField } from '../../../model/json-object';
import { type JsonObject, type JsonValue } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { type Requirement, type SelectorOperator } from '../../../model/selector/selector';
import { requirementHolds } from '../../../model/selector/matches-selector';

/**
 * Whether a DaemonSet with that spec of its pods has one on a Node.
 *
 * Upstream: `NodeShouldRunDaemonPod` and `predicates`, pkg/controller/daemon/daemon_controller.go.
 */
export function runsDaemon(spec: JsonObject, { name, labels, object }: ObjectEntry): boolean {
  const named = textField(spec, 'nodeName');
  if (named !== undefined && named !== name) return false;
  const selector = Object.entries(textMapField(spec, 'nodeSelector'));
  if (!selector.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value)) return false;
  const required = objectField(
    objectField(objectField(spec, 'affinity'), 'nodeAffinity'),
    'requiredDuringSchedulingIgnoredDuringExecution',
  );
  if (
    required !== undefined &&
    !listField(required, 'nodeSelectorTerms').some((term) => meetsTerm(term, name, labels))
  ) {
    return false;
  }
  const tolerations = listField(spec, 'tolerations').filter(isJsonObject);
  return listField(objectField(object, 'spec'), 'taints')
    .filter(isJsonObject)
    .filter(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
    .every((taint) => isOfDaemons(taint, spec) || isToleratedBy(tolerations, taint));
}

/** Whether a Node meets a term of a node selector. Terms without requirements match nothing. Upstream: `nodeaffinity.NewNodeSelector`, k8s.io/component-helpers. */
export function meetsTerm(term: JsonValue, name: string, labels: Readonly<Record<string, string>>): boolean {
  if (!isJsonObject(term)) return false;
  const expressions = termRequirements(term, 'matchExpressions');
  const fields = termRequirements(term, 'matchFields');
  if (expressions.length + fields.length === 0) return false;
  return (
    expressions.every((each) =>
      requirementHolds(each, Object.hasOwn(labels, each.key) ? labels[each.key] : undefined),
    ) && fields.every((each) => each.key === 'metadata.name' && requirementHolds(each, name))
  );
}

const OPERATORS: readonly string[] = [
  'In',
  'NotIn',
  'Exists',
  'DoesNotExist',
  'Gt',
  'Lt',
] satisfies SelectorOperator[];

/** What a term of a node selector asks of a Node's labels, or of its fields. */
export function termRequirements(
  term: JsonObject,
  field: 'matchExpressions' | 'matchFields',
): readonly Requirement[] {
  return listField(term, field).flatMap((each) => {
    if (!isJsonObject(each)) return [];
    const operator = textField(each, 'operator') ?? '';
    if (!OPERATORS.includes(operator)) return [];
    const values = listField(each, 'values').filter((value) => typeof value === 'string');
    return [{ key: textField(each, 'key') ?? '', operator: operator as SelectorOperator, values }];
  });
}

/** What the controller has the pods of a DaemonSet tolerate. Upstream: `AddOrUpdateDaemonPodTolerations`. */
export function daemonTolerations(spec: JsonObject): readonly JsonObject[] {
  return spec.hostNetwork === true ? ON_HOST : OF_DAEMONS;
}

const OF_DAEMONS: readonly JsonObject[] = [
  'not-ready',
  'unreachable',
  'disk-pressure',
  'memory-pressure',
  'pid-pressure',
  'unschedulable',
].map(tolerationOf);

const ON_HOST: readonly JsonObject[] = [...OF_DAEMONS, tolerationOf('network-unavailable')];

function tolerationOf(name: string): JsonObject {
  return { key: `node.kubernetes.io/${name}`, operator: 'Exists' };
}

/** Taints that the pods of a DaemonSet tolerate whatever their spec says. */
export function isOfDaemons(taint: JsonObject, spec: JsonObject): boolean {
  return isToleratedBy(daemonTolerations(spec), taint);
}

/** Whether any of the tolerations is of that taint. */
export function isToleratedBy(tolerations: readonly JsonObject[], taint: JsonObject): boolean {
  return tolerations.some((each) => tolerates(each, taint));
}

/** Upstream: `Toleration.ToleratesTaint`, k8s.io/api/core/v1/toleration.go. */
function tolerates(toleration: JsonObject, taint: JsonObject): boolean {
  const effect = textField(toleration, 'effect');
  if (effect !== undefined && effect !== taint.effect) return false;
  const key = textField(toleration, 'key');
  if (key !== undefined && key !== taint.key) return false;
  return (
    toleration.operator === 'Exists' ||
    (textField(toleration, 'value') ?? '') === (textField(taint, 'value') ?? '')
  );
}
