import type { k8s } from 'cdk8s-plus-28';

/**
 * cdk8s writes acronyms in camel case (`clusterIp`); Kubernetes does not (`clusterIP`). These are the
 * property names of `k8s.*` whose wire name differs, as its `toJson_*` functions map them.
 * CustomResourceDefinition schemas are left out: no pattern makes them.
 */
interface WireNames {
  clientIp: 'clientIP';
  clusterIp: 'clusterIP';
  datasetUuid: 'datasetUUID';
  diskUri: 'diskURI';
  downwardApi: 'downwardAPI';
  externalId: 'externalID';
  hostIp: 'hostIP';
  hostIpc: 'hostIPC';
  hostPid: 'hostPID';
  insecureSkipTlsVerify: 'insecureSkipTLSVerify';
  loadBalancerIp: 'loadBalancerIP';
  nodeId: 'nodeID';
  nonResourceUrLs: 'nonResourceURLs';
  pdId: 'pdID';
  podCidr: 'podCIDR';
  podCidRs: 'podCIDRs';
  providerId: 'providerID';
  scaleIo: 'scaleIO';
  setHostnameAsFqdn: 'setHostnameAsFQDN';
  storagePolicyId: 'storagePolicyID';
  targetCpuUtilizationPercentage: 'targetCPUUtilizationPercentage';
  targetWwNs: 'targetWWNs';
  volumeId: 'volumeID';
}

type WireName<K> = K extends keyof WireNames ? WireNames[K] : K;

type IsOptional<T, K extends keyof T> = object extends Pick<T, K> ? true : false;

/**
 * The manifest that a `k8s.*` type of cdk8s-plus-28 stands for: the field names of the API, plain
 * numbers and strings where cdk8s wraps them (`IntOrString`, `Quantity`, `Date`).
 *
 * A pattern builds its objects in this shape, so that what the user patches in is merged as it is: the
 * `Kube*` classes copy only the fields that they know and drop all others without a word.
 */
export type Wire<T> = T extends k8s.IntOrString | k8s.Quantity
  ? // Both ways, since any interface with a `value` of text extends the wrappers.
    k8s.IntOrString extends T
    ? number | string
    : WireMap<T>
  : T extends Date
    ? string
    : T extends readonly (infer E)[]
      ? readonly Wire<E>[]
      : T extends object
        ? WireMap<T>
        : T;

type WireMap<T> = {
  readonly [K in keyof T as WireName<K>]: IsOptional<T, K> extends true ? Wire<T[K]> | undefined : Wire<T[K]>;
};
