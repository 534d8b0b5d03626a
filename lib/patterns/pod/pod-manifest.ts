import type { k8s } from 'cdk8s-plus-28';
import { type Wire } from '../manifest/wire';
import { PropertyError } from '../property-error';
import { containerManifest } from './container';
import { type PodBuilder } from './pod-builder';
import { type PodOptions } from './pod-options';
import { pullSecretsManifest } from './pull-secrets';
import { refusePod } from './refuse-pod';
import { affinityManifest, tolerationManifest, topologySpreadManifest } from './scheduling';
import { podSecurity } from './security';

/** What the pattern says of the pod, beside the user's options. */
export interface PodSetting {
  /** Name of the main container, unless the user gives one. */
  readonly name: string;
  /** Labels by which these pods are told from all others. */
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly serviceAccountName: string | undefined;
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never' | undefined;
  readonly activeDeadlineSeconds?: number | undefined;
}

/** The `spec` of a pod. */
export function podManifest(
  pod: PodBuilder,
  options: PodOptions<string>,
  setting: PodSetting,
): Wire<k8s.PodSpec> {
  // A workload may have dots in its name, a container may not.
  const mainName = options.containerName ?? setting.name.replaceAll('.', '-');
  const others = options.containers ?? {};
  const before = options.initContainers ?? {};
  for (const name of [...Object.keys(others), ...Object.keys(before)]) {
    if (name === mainName || (name in others && name in before)) {
      throw new PropertyError(
        pod.construct,
        name in others ? 'containers' : 'initContainers',
        `has a second container '${name}'`,
        'give every container of a pod its own name',
      );
    }
  }
  // The main container first: its ports and volumes then lead every list.
  const containers = [
    containerManifest(pod, mainName, options),
    ...Object.entries(others).map(([name, container]) => containerManifest(pod, name, container)),
  ];
  const initContainers = Object.entries(before).map(([name, container]) => {
    const { sidecar, ...rest } = container;
    const manifest = containerManifest(pod, name, rest, sidecar !== true);
    return sidecar === true ? { ...manifest, restartPolicy: 'Always' } : manifest;
  });
  const volumes = pod.volumes.filter(({ source }) => source !== undefined);
  const { selectorLabels } = setting;
  refusePod(pod, options, selectorLabels);
  for (const property of ['antiAffinity', 'topologySpread'] as const) {
    if (options[property] !== undefined && Object.keys(selectorLabels).length === 0) {
      throw new PropertyError(
        pod.construct,
        property,
        'has no label to tell these pods from others by',
        "give them one, e.g. labels: { 'app.kubernetes.io/name': 'shop' }",
      );
    }
  }
  return {
    serviceAccountName: setting.serviceAccountName,
    automountServiceAccountToken:
      options.automountServiceAccountToken ??
      (pod.defaults === 'secure' && setting.serviceAccountName === undefined ? false : undefined),
    securityContext: podSecurity(options.podSecurityContext, pod.defaults, pod.os),
    imagePullSecrets: pullSecretsManifest(options.imagePullSecrets, pod.construct, pod.namespace),
    os: options.os && { name: options.os },
    initContainers: initContainers.length === 0 ? undefined : initContainers,
    containers,
    volumes: volumes.length === 0 ? undefined : volumes.map(({ name, source }) => ({ name, ...source })),
    restartPolicy: setting.restartPolicy,
    activeDeadlineSeconds: setting.activeDeadlineSeconds,
    terminationGracePeriodSeconds: options.terminationGracePeriodSeconds,
    nodeName: options.nodeName,
    nodeSelector: options.nodeSelector,
    affinity: affinityManifest(options.affinity, options.antiAffinity, selectorLabels),
    tolerations: options.tolerations?.map(tolerationManifest),
    topologySpreadConstraints: options.topologySpread?.map((spread) =>
      topologySpreadManifest(spread, selectorLabels),
    ),
    schedulerName: options.schedulerName,
    priorityClassName: options.priorityClass,
    preemptionPolicy: options.preemptionPolicy,
    runtimeClassName: options.runtimeClass,
    dnsPolicy: options.dnsPolicy,
    dnsConfig: options.dnsConfig,
    hostAliases:
      options.hostAliases &&
      Object.entries(options.hostAliases).map(([ip, hostnames]) => ({ ip, hostnames })),
    hostname: options.hostname,
    subdomain: options.subdomain,
    setHostnameAsFQDN: options.setHostnameAsFQDN,
    enableServiceLinks: options.enableServiceLinks,
    shareProcessNamespace: options.shareProcessNamespace,
    hostNetwork: options.hostNetwork,
    hostPID: options.hostPID,
    hostIPC: options.hostIPC,
    hostUsers: options.hostUsers,
    readinessGates: options.readinessGates?.map((conditionType) => ({ conditionType })),
  };
}
