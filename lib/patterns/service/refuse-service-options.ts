import { type IConstruct } from 'constructs';
import { wireCount } from '../manifest/count';
import { wirePort } from '../manifest/port-number';
import { refuseCidr, refuseIp, refuseUnreachable } from '../manifest/refuse-address';
import { refuseQualifiedName } from '../manifest/refuse-text';
import { PropertyError } from '../property-error';
import { type ServiceOptions } from './service-options';

/** A day. */
const MAX_AFFINITY_SECONDS = 86_400;

/**
 * Refuses what the API server would of a Service.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidateService
 */
export function refuseServiceOptions(construct: IConstruct, options: ServiceOptions): void {
  const { sessionAffinity, externalIPs = [], ipFamilies = [] } = options;
  if (typeof sessionAffinity === 'object') {
    wireCount(construct, 'service.sessionAffinity.timeoutSeconds', sessionAffinity.timeoutSeconds, {
      min: 1,
      max: MAX_AFFINITY_SECONDS,
    });
  }
  for (const ip of externalIPs) refuseUnreachable(construct, 'service.externalIPs', ip);
  if (new Set(ipFamilies).size < ipFamilies.length) {
    throw new PropertyError(construct, 'service.ipFamilies', 'has a family twice', 'write each once');
  }
  const clusterIP: string | undefined = 'clusterIP' in options ? options.clusterIP : undefined;
  if (clusterIP !== undefined && clusterIP !== '') {
    const fix = clusterIP === 'None' ? "set type: 'Headless'" : undefined;
    refuseIp(construct, 'service.clusterIP', clusterIP, fix);
  }
  if (options.type !== 'LoadBalancer') return;
  refuseQualifiedName(construct, 'service.loadBalancerClass', options.loadBalancerClass);
  for (const cidr of options.loadBalancerSourceRanges ?? []) {
    refuseCidr(construct, 'service.loadBalancerSourceRanges', cidr);
  }
  const { healthCheckNodePort, externalTrafficPolicy } = options;
  if (healthCheckNodePort === undefined) return;
  wirePort(construct, 'service.healthCheckNodePort', healthCheckNodePort);
  if (externalTrafficPolicy === 'Local') return;
  throw new PropertyError(
    construct,
    'service.healthCheckNodePort',
    'is of a Service that sends to all nodes, so that none has to be asked',
    "set externalTrafficPolicy: 'Local'",
  );
}
