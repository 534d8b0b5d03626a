import { type ObjectView } from '../object-view';
import { hasPodFeature } from './pod-features';
import { type PodOptions } from './pod-options';
import { type PodScope } from './pod-scope';
import { podVolumes } from './volume/pod-volumes';
import { validateVolumes } from './volume/validate-volumes';

/** DefaultTerminationGracePeriodSeconds, k8s.io/api/core/v1/types.go. */
const GRACE_PERIOD = 30;

/** Reads what the parts of a pod's spec are held against, after defaulting; its volumes are validated on the way. */
export function podScope(spec: ObjectView, options: PodOptions): PodScope {
  const { pod } = options;
  const { volumes, dropped } = podVolumes(spec.in('volume'), options);
  const containers = spec.in('container');
  const list = (field: string): readonly ObjectView[] =>
    containers.has(field) ? containers.objects(field) : [];
  const written = spec.optionalNumber('terminationGracePeriodSeconds') ?? GRACE_PERIOD;
  const userNamespaces = hasPodFeature(spec.validation, 'UserNamespacesSupport');
  const claims = hasPodFeature(spec.validation, 'DynamicResourceAllocation')
    ? spec.objects('resourceClaims').flatMap((claim) => claim.text('name') || [])
    : [];
  return {
    spec,
    pod,
    containers: list('containers'),
    initContainers: list('initContainers'),
    ephemeralContainers: list('ephemeralContainers'),
    allVolumes: volumes,
    volumeNames: new Set(volumes.map((volume) => volume.text('name'))),
    volumes: validateVolumes(volumes, pod),
    droppedVolumes: dropped,
    claims: new Set(claims),
    // Convert_v1_Pod_To_core_Pod in pkg/apis/core/v1/conversion.go, which templates do not go through.
    gracePeriod: pod !== undefined && written < 0 ? 1 : written,
    restartPolicy: spec.text('restartPolicy') || 'Always',
    os: spec.object('os')?.text('name'),
    hostNetwork: spec.flag('hostNetwork'),
    hostUsers: !userNamespaces || spec.optionalFlag('hostUsers') !== false,
  };
}
