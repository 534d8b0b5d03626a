import { compareKubernetesVersions, type KubernetesVersion } from '../../model/kubernetes-version';
import { type JsonObject } from '../../model/json-value';
import { writeValue } from './show-value';
import { type FieldInfo } from './table';

/** What is known of a deprecated field. */
export interface Deprecation {
  readonly notes: readonly string[];
  readonly help: readonly string[];
}

interface Row {
  /** First minor in which it is deprecated, where a covered one does not have it so. */
  readonly since?: KubernetesVersion;
  readonly note?: string;
  /** What has replaced it; the same value in both does no harm, as in what a cluster prints. */
  readonly beside?: string;
  /** `$` stands for the value. */
  readonly help: string;
}

/** Volumes whose driver is no longer part of Kubernetes, with the first minor in which they do not work. */
const GONE: Readonly<Record<string, string>> = {
  photonPersistentDisk: '1.16',
  scaleIO: '1.22',
  flocker: '1.25',
  storageos: '1.25',
  quobyte: '1.25',
  glusterfs: '1.26',
  cephfs: '1.31',
  rbd: '1.31',
};

/** Volumes that a CSI driver serves in place of Kubernetes itself. */
const MIGRATED: Readonly<Record<string, string>> = {
  awsElasticBlockStore: 'ebs.csi.aws.com',
  azureDisk: 'disk.csi.azure.com',
  azureFile: 'file.csi.azure.com',
  cinder: 'cinder.csi.openstack.org',
  gcePersistentDisk: 'pd.csi.storage.gke.io',
  portworxVolume: 'pxd.portworx.com',
  vsphereVolume: 'csi.vsphere.vmware.com',
};

const VOLUMES: Readonly<Record<string, Row>> = {
  ...Object.fromEntries(
    Object.entries(GONE).map(([name, release]) => [
      name,
      { note: `it does nothing since Kubernetes ${release}`, help: 'use a volume of a CSI driver (`csi`)' },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(MIGRATED).map(([name, driver]) => [
      name,
      {
        note: `the CSI driver ${driver} serves it, if it is installed`,
        help: `use \`csi: { driver: ${driver} }\``,
      },
    ]),
  ),
  flexVolume: { help: 'use a volume of a CSI driver (`csi`)' },
  gitRepo: {
    note: 'it is switched off since Kubernetes 1.33: anyone who may make pods could run commands on the node',
    help: 'clone in an init container into an `emptyDir`',
  },
};

/** By type, by field. Upstream: the descriptions in k8s.io/api, and the `GetWarnings...` functions of pkg/api. */
const ROWS: ReadonlyMap<string, Readonly<Record<string, Row>>> = new Map(
  Object.entries<Readonly<Record<string, Row>>>({
    'core.v1.Volume': VOLUMES,
    'core.v1.PersistentVolumeSpec': VOLUMES,
    'core.v1.PodSpec': {
      serviceAccount: { beside: 'serviceAccountName', help: 'write `serviceAccountName: $`' },
    },
    'core.v1.LifecycleHandler': {
      tcpSocket: { note: 'the kubelet does not run it', help: 'use `httpGet`, `exec` or `sleep`' },
    },
    'core.v1.NodeSpec': {
      configSource: { note: 'the kubelet does not read it since Kubernetes 1.24', help: 'leave it out' },
      externalID: { note: 'nothing reads it', help: 'leave it out' },
    },
    'core.v1.ServiceSpec': {
      loadBalancerIP: {
        note: 'what it means differs between providers, and many take no notice of it',
        help: "use the annotation of your provider's load balancer",
      },
      externalIPs: {
        since: '1.36',
        note: 'whoever may make Services can draw traffic away with it',
        help: 'use a Service of `type: LoadBalancer`',
      },
    },
    'meta.v1.ObjectMeta': { selfLink: { note: 'nothing fills it in or reads it', help: 'leave it out' } },
  }),
);

/** Whether there may be anything deprecated about a field. */
export function mayBeDeprecated(type: string, field: FieldInfo): boolean {
  const rows = ROWS.get(type);
  return field.deprecated || (rows !== undefined && Object.hasOwn(rows, field.name));
}

/** What is deprecated about a field that is written; undefined where nothing is. */
export function deprecationOf(
  type: string,
  field: FieldInfo,
  version: KubernetesVersion,
  parent: JsonObject,
): Deprecation | undefined {
  const rows = ROWS.get(type);
  const row = rows !== undefined && Object.hasOwn(rows, field.name) ? rows[field.name] : undefined;
  if (row === undefined) {
    return field.deprecated ? { notes: [], help: ['leave it out'] } : undefined;
  }
  if (row.since !== undefined && compareKubernetesVersions(version, row.since) < 0) return undefined;
  const value = parent[field.name] ?? null;
  if (row.beside !== undefined && parent[row.beside] === value) return undefined;
  // An empty list is as good as none.
  if (Array.isArray(value) && value.length === 0) return undefined;
  return {
    notes: row.note === undefined ? [] : [row.note],
    help: [row.help.replace('$', () => writeValue(value))],
  };
}
