import { type ObjectView } from '../object-view';

/** What much of a Service hangs on, after SetDefaults_Service and the copying of `clusterIP`. */
export interface ServiceFacts {
  /** `ClusterIP` when none is written. */
  readonly type: string;
  /** `spec.clusterIPs`, made of `spec.clusterIP` when only that is there (normalizeClusterIPs in pkg/registry/core/service/storage). */
  readonly clusterIps: readonly string[];
  /** Whether it has no address of its own: `clusterIP: None`. */
  readonly isHeadless: boolean;
  /** Whether it is reached from outside of the cluster (ExternallyAccessible in pkg/api/service). */
  readonly isExternal: boolean;
}

/** Reads them from the Service's spec. */
export function serviceFacts(spec: ObjectView): ServiceFacts {
  const type = spec.text('type') || 'ClusterIP';
  const clusterIp = spec.text('clusterIP');
  const written = spec.texts('clusterIPs');
  const clusterIps = written.length === 0 && clusterIp !== '' ? [clusterIp] : written;
  return {
    type,
    clusterIps,
    isHeadless: clusterIps.length === 1 && clusterIps[0] === 'None',
    isExternal:
      type === 'LoadBalancer' ||
      type === 'NodePort' ||
      // 1.28 looked at the type alone (needsExternalTrafficPolicy).
      (type === 'ClusterIP' && spec.validation.since('1.29') && spec.list('externalIPs').length > 0),
  };
}
