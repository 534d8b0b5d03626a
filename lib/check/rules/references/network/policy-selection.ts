import { listField, objectField } from '../../../../model/json-object';
import { type JsonObject } from '../../../../model/json-value';
import { objectsIn } from '../lookup/object-at';

/** A rule of a NetworkPolicy. */
export interface TrafficRule {
  readonly direction: 'egress' | 'ingress';
  readonly index: number;
  /** `from` or `to`; undefined where it is missing or empty, which means all. */
  readonly peers: readonly JsonObject[] | undefined;
  /** `ports`; undefined where it is missing or empty, which means all. */
  readonly ports: readonly JsonObject[] | undefined;
}

/** The rules of a NetworkPolicy, those of a direction that it does not isolate left out. */
export function trafficRules(policy: JsonObject): readonly TrafficRule[] {
  const spec = objectField(policy, 'spec');
  return (['ingress', 'egress'] as const)
    .filter((direction) => isolates(policy, direction))
    .flatMap((direction) =>
      objectsIn(spec, direction).map((rule, index) => ({
        direction,
        index,
        peers: filled(objectsIn(rule, direction === 'ingress' ? 'from' : 'to')),
        ports: filled(objectsIn(rule, 'ports')),
      })),
    );
}

/**
 * Whether the pods of a policy get, or send, only what some policy allows. Without `policyTypes` that is Ingress, and
 * Egress where there is a rule of it.
 *
 * Upstream: SetDefaults_NetworkPolicy, pkg/apis/networking/v1/defaults.go.
 */
export function isolates(policy: JsonObject, direction: TrafficRule['direction']): boolean {
  const spec = objectField(policy, 'spec');
  const types = listField(spec, 'policyTypes');
  if (types.length > 0) return types.includes(direction === 'ingress' ? 'Ingress' : 'Egress');
  return direction === 'ingress' || listField(spec, 'egress').length > 0;
}

function filled(list: readonly JsonObject[]): readonly JsonObject[] | undefined {
  return list.length === 0 ? undefined : list;
}
