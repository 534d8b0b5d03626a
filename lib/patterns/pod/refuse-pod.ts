import { type Construct } from 'constructs';
import { dns1123LabelErrors } from '../../model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../model/names/dns1123-subdomain';
import { labelKeyErrors } from '../../model/names/label-key';
import { wireCount, wireSeconds } from '../manifest/count';
import { refuseIp } from '../manifest/refuse-address';
import { refuseName } from '../manifest/refuse-name';
import { refuseLabels, refuseObjectName, refuseQualifiedName } from '../manifest/refuse-text';
import { PropertyError } from '../property-error';
import { type PodBuilder } from './pod-builder';
import { type PodOptions } from './pod-options';
import { refuseForeignOs } from './refuse-os';
import { type AntiAffinityOptions, type Toleration, type TopologySpread } from './scheduling';

/**
 * Refuses what the API server would of a pod, as far as it is neither a container nor a volume.
 * @throws PropertyError
 * @see k8s.io/kubernetes/pkg/apis/core/validation, ValidatePodSpec
 */
export function refusePod(
  pod: PodBuilder,
  options: PodOptions<string>,
  selectorLabels: Readonly<Record<string, string>>,
): void {
  const { construct } = pod;
  refuseObjectName(construct, 'nodeName', options.nodeName === '' ? undefined : options.nodeName);
  refuseObjectName(
    construct,
    'priorityClass',
    options.priorityClass === '' ? undefined : options.priorityClass,
  );
  refuseObjectName(construct, 'runtimeClass', options.runtimeClass);
  for (const property of ['hostname', 'subdomain'] as const) {
    const name = options[property];
    if (name !== undefined && name !== '') refuseName(construct, property, name, dns1123LabelErrors(name));
  }
  refuseLabels(construct, 'nodeSelector', options.nodeSelector);
  wireSeconds(construct, 'terminationGracePeriodSeconds', options.terminationGracePeriodSeconds);
  for (const gate of options.readinessGates ?? []) refuseQualifiedName(construct, 'readinessGates', gate);
  for (const [ip, names] of Object.entries(options.hostAliases ?? {})) {
    refuseIp(construct, 'hostAliases', ip);
    for (const name of names)
      refuseName(construct, `hostAliases['${ip}']`, name, dns1123SubdomainErrors(name));
  }
  options.tolerations?.forEach((toleration, index) => {
    refuseToleration(construct, `tolerations[${index}]`, toleration);
  });
  if (options.antiAffinity !== undefined) refuseAntiAffinity(construct, options.antiAffinity);
  refuseSpreads(construct, options.topologySpread ?? [], selectorLabels);
  refuseLongSleeps(construct, options);
  refuseContradictions(construct, options);
  refuseHostPorts(pod, options);
  refuseForeignOs(construct, options);
}

function refuseToleration(construct: Construct, property: string, toleration: Toleration): void {
  const { key, value, tolerationSeconds } = toleration;
  if (key !== undefined && key !== '') refuseQualifiedName(construct, `${property}.key`, key);
  if (key !== undefined && value !== undefined) refuseLabels(construct, property, { [key]: value });
  wireSeconds(construct, `${property}.tolerationSeconds`, tolerationSeconds);
}

function refuseAntiAffinity(construct: Construct, { topologyKey, weight }: AntiAffinityOptions): void {
  refuseQualifiedName(construct, 'antiAffinity.topologyKey', topologyKey);
  wireCount(construct, 'antiAffinity.weight', weight, { min: 1, max: 100 });
}

/** @see k8s.io/kubernetes/pkg/apis/core/validation, validateTopologySpreadConstraints */
function refuseSpreads(
  construct: Construct,
  spreads: readonly TopologySpread[],
  selectorLabels: Readonly<Record<string, string>>,
): void {
  const seen = new Set<string>();
  spreads.forEach((spread, index) => {
    const property = `topologySpread[${index}]`;
    const { topologyKey, whenUnsatisfiable = 'ScheduleAnyway', maxSkew, minDomains, matchLabelKeys } = spread;
    if (topologyKey === '') {
      throw new PropertyError(
        construct,
        `${property}.topologyKey`,
        'is empty',
        'name the label of the nodes',
      );
    }
    wireCount(construct, `${property}.maxSkew`, maxSkew, { min: 1 });
    wireCount(construct, `${property}.minDomains`, minDomains, { min: 1 });
    if (minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule') {
      throw new PropertyError(
        construct,
        `${property}.minDomains`,
        `does not go with whenUnsatisfiable '${whenUnsatisfiable}'`,
        "set whenUnsatisfiable: 'DoNotSchedule'",
      );
    }
    for (const key of matchLabelKeys ?? []) {
      refuseName(construct, `${property}.matchLabelKeys`, key, labelKeyErrors(key));
      if (!(key in selectorLabels)) continue;
      throw new PropertyError(
        construct,
        `${property}.matchLabelKeys`,
        `has '${key}', by which the pods are selected already`,
        'leave it out',
      );
    }
    const both = `${topologyKey}, ${whenUnsatisfiable}`;
    if (seen.has(both)) {
      throw new PropertyError(
        construct,
        property,
        `is a second one of ${both}`,
        'spread once over each topologyKey, or change whenUnsatisfiable',
      );
    }
    seen.add(both);
  });
}

function refuseContradictions(construct: Construct, options: PodOptions<string>): void {
  if (options.dnsPolicy === 'None' && (options.dnsConfig?.nameservers ?? []).length === 0) {
    throw new PropertyError(
      construct,
      'dnsPolicy',
      "is 'None', which leaves the pod without a name server",
      "name one, e.g. dnsConfig: { nameservers: ['10.0.0.10'] }",
    );
  }
  if (options.shareProcessNamespace === true && options.hostPID === true) {
    throw new PropertyError(
      construct,
      'shareProcessNamespace',
      'does not go with hostPID',
      'leave one of them out',
    );
  }
  const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).find((host) => options[host] === true);
  if (options.hostUsers === false && shared !== undefined) {
    throw new PropertyError(
      construct,
      'hostUsers',
      `is false, which does not go with ${shared}`,
      'leave one of them out',
    );
  }
}

/** What the kubelet would cut short. @see k8s.io/kubernetes/pkg/apis/core/validation, validateSleepAction */
function refuseLongSleeps(construct: Construct, options: PodOptions<string>): void {
  const { terminationGracePeriodSeconds: grace = 30, containers = {}, initContainers = {} } = options;
  for (const container of [options, ...Object.values(containers), ...Object.values(initContainers)]) {
    if (!('lifecycle' in container)) continue;
    const { lifecycle = {} } = container;
    for (const turn of ['postStart', 'preStop'] as const) {
      const sleep = lifecycle[turn]?.sleep;
      if (sleep === undefined || sleep <= grace) continue;
      throw new PropertyError(
        construct,
        `lifecycle.${turn}.sleep`,
        `is ${sleep}, longer than the ${grace} seconds that the pod has to end`,
        'sleep less, or raise terminationGracePeriodSeconds',
      );
    }
  }
}

/** On the node's network a container's port is the node's. */
function refuseHostPorts(pod: PodBuilder, { hostNetwork }: PodOptions<string>): void {
  if (hostNetwork !== true) return;
  for (const [name, { containerPort, hostPort }] of pod.ports) {
    if (hostPort === undefined || hostPort === containerPort) continue;
    throw new PropertyError(
      pod.construct,
      `ports.${name}.hostPort`,
      `is ${hostPort}, but with hostNetwork the port is ${containerPort}`,
      'leave it out',
    );
  }
}
