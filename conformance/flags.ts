/** How each component is started: what a kubeadm cluster has, less what costs time and is not about objects. */

export interface Places {
  /** Folder of this judge: sockets, keys, certificates, logs. */
  readonly folder: string;
  /** Port of the API server. */
  readonly port: number;
}

// Sockets in the folder that every component runs in: no ports to find, no limit on the path's length. etcd 3.5 wants
// the form host:port of them too.
const etcdClients = 'unix://etcd:1';
const etcdPeers = 'unix://etcd:2';

export const etcdFlags = (): string[] => [
  '--name=judge',
  '--data-dir=etcd',
  `--listen-client-urls=${etcdClients}`,
  `--advertise-client-urls=${etcdClients}`,
  `--listen-peer-urls=${etcdPeers}`,
  `--initial-advertise-peer-urls=${etcdPeers}`,
  `--initial-cluster=judge=${etcdPeers}`,
  // The gateway of 3.5 cannot dial a socket, and nobody speaks JSON to this etcd.
  '--enable-grpc-gateway=false',
  // The data live as long as the process.
  '--unsafe-no-fsync',
  '--log-level=warn',
];

export const apiServerFlags = ({ folder, port }: Places, extra: readonly string[]): string[] => [
  `--etcd-servers=${etcdClients}`,
  '--bind-address=127.0.0.1',
  `--secure-port=${port}`,
  // A loopback address is refused here; nothing connects to this one (TEST-NET-1).
  '--advertise-address=192.0.2.1',
  '--endpoint-reconciler-type=none',
  `--cert-dir=${folder}`,
  `--token-auth-file=${folder}/tokens.csv`,
  '--authorization-mode=Node,RBAC',
  '--enable-admission-plugins=NodeRestriction',
  '--allow-privileged=true',
  '--service-cluster-ip-range=10.96.0.0/16',
  '--service-account-issuer=https://kubernetes.default.svc',
  `--service-account-key-file=${folder}/service-account.key`,
  `--service-account-signing-key-file=${folder}/service-account.key`,
  // One client asks as fast as it can; nobody needs a fair share.
  '--enable-priority-and-fairness=false',
  '--max-requests-inflight=0',
  '--max-mutating-requests-inflight=0',
  '--profiling=false',
  ...extra,
];

export const controllerManagerFlags = ({ folder }: Places): string[] => [
  `--kubeconfig=${folder}/kubeconfig`,
  '--leader-elect=false',
  '--secure-port=0',
  `--root-ca-file=${folder}/apiserver.crt`,
  `--service-account-private-key-file=${folder}/service-account.key`,
  '--kube-api-qps=500',
  '--kube-api-burst=1000',
  // Slow loops at a pace that a test can wait for.
  '--pvclaimbinder-sync-period=1s',
  '--horizontal-pod-autoscaler-sync-period=1s',
  '--resource-quota-sync-period=5s',
];

export const schedulerFlags = ({ folder }: Places): string[] => [
  `--kubeconfig=${folder}/kubeconfig`,
  '--leader-elect=false',
  '--secure-port=0',
  '--kube-api-qps=500',
  '--kube-api-burst=1000',
];
