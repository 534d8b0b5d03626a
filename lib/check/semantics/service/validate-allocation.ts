import { type ObjectView } from '../object-view';
import { type ServiceFacts } from './service-facts';
import { validateClusterIps } from './validate-cluster-ips';

const TAKEN = 'provided port is already allocated';

/**
 * What the server sees to before it validates, and answers alone: allocateCreate in
 * pkg/registry/core/service/storage/alloc.go. What hangs on the cluster (its families, its ranges, what is taken) is not looked at.
 *
 * @returns Whether it gets so far as to validate.
 */
export function validateAllocation(spec: ObjectView, facts: ServiceFacts): boolean {
  if (facts.type === 'ExternalName') return true;
  const { errors } = spec.validation;
  const before = errors.length;
  validateClusterIps(spec, facts);
  if (errors.length === before) validateFamilyPolicy(spec, facts);
  if (errors.length === before) validateNodePorts(spec, facts.type);
  return errors.length === before;
}

/** initIPFamilyFields: two families want a policy of two stacks. */
function validateFamilyPolicy(spec: ObjectView, { clusterIps, isHeadless }: ServiceFacts): void {
  const isFree = isHeadless && spec.entries('selector').length === 0;
  const policy = spec.optionalText('ipFamilyPolicy') ?? (isFree ? 'RequireDualStack' : 'SingleStack');
  if (policy !== 'SingleStack') return;
  const tell = (what: string): void => {
    spec.invalid(
      'ipFamilyPolicy',
      `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`,
      { value: policy, help: 'set `ipFamilyPolicy: PreferDualStack`' },
    );
  };
  if (clusterIps.length === 2) tell('cluster IPs');
  if (spec.list('ipFamilies').length === 2) tell('IP families');
}

/** initNodePorts and allocHealthCheckNodePort: ports of one number share a node port, others do not. */
function validateNodePorts(spec: ObjectView, type: string): void {
  if (type !== 'NodePort' && type !== 'LoadBalancer') return;
  const ports = spec.objects('ports').map((port) => ({ port, number: port.number('port') }));
  const requested = new Map<number, number>();
  for (const { port, number } of ports) {
    const nodePort = port.number('nodePort');
    if (nodePort !== 0 && !requested.has(number)) requested.set(number, nodePort);
  }
  const taken = new Set<number>();
  const seen = new Set<number>();
  for (const { port, number } of ports) {
    const first = requested.get(number);
    const nodePort = seen.has(number) ? port.number('nodePort') : (first ?? 0);
    const isShared = seen.has(number) && nodePort === first;
    seen.add(number);
    if (nodePort === 0 || isShared) continue;
    if (taken.has(nodePort)) {
      port.invalid('nodePort', TAKEN, { value: nodePort, help: 'leave `nodePort` out, or choose another' });
      return;
    }
    taken.add(nodePort);
  }
  const isLocal = type === 'LoadBalancer' && spec.text('externalTrafficPolicy') === 'Local';
  const healthPort = spec.number('healthCheckNodePort');
  if (isLocal && taken.has(healthPort)) {
    spec.invalid(
      'healthCheckNodePort',
      `failed to allocate requested HealthCheck NodePort ${String(healthPort)}: ${TAKEN}`,
      { help: 'leave `healthCheckNodePort` out, or choose another' },
    );
  }
}
