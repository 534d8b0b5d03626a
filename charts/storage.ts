import { type Construct } from 'constructs';
import {
  SharedService,
  SinglePod,
  StatefulService,
  StaticVolume,
  StorageClass,
  Tenant,
  Volume,
} from 'kubewright';

const IMAGE = 'registry.example.com/file-app';

/** Volumes of the node, of the pod, of the cluster, and one for each pod of a StatefulSet. */
export class Storage extends Tenant {
  constructor(scope: Construct) {
    // hostPath volumes need it.
    super(scope, 'storage', { podSecurity: { enforce: 'privileged', warn: 'privileged' }, network: 'open' });

    new SinglePod(this, 'on-the-node', {
      image: `${IMAGE}:3.0.0`,
      mounts: {
        '/any': Volume.hostPath('any', '/host'),
        '/host': Volume.hostPath('folder', '/host', 'Directory'),
        '/now': Volume.hostPath('file', '/host/now', 'File'),
        '/scratch': Volume.emptyDir('scratch', { sizeLimit: '1Mi' }),
      },
    });

    const local = new StorageClass(this, 'host-dir', {
      provisioner: 'kubernetes.io/no-provisioner',
      volumeBindingMode: 'WaitForFirstConsumer',
      reclaimPolicy: 'Retain',
    });
    const logs = new StaticVolume(this, 'logs', {
      storageClass: local,
      capacity: '10Gi',
      accessModes: ['ReadWriteOnce'],
      source: { hostPath: { path: '/host' } },
    }).claim(this, 'logs-claim');
    const media = new StaticVolume(this, 'media', {
      capacity: '100Gi',
      accessModes: ['ReadWriteMany', 'ReadOnlyMany'],
      source: { nfs: { server: 'files.example.com', path: '/export/media' } },
    }).claim(this, 'media-claim', { accessModes: ['ReadOnlyMany'] });

    // Two containers share one volume, and a Service has a port of each.
    const appLog = new SinglePod(this, 'app-log', {
      image: `${IMAGE}:3.1.0`,
      ports: { app: 8080 },
      mounts: { '/gen': logs, '/media': media.volume({ readOnly: true }) },
      containers: { log: { image: `${IMAGE}:3.1.1`, ports: { log: 8090 }, mounts: { '/logs': logs } } },
    });
    new SharedService(this, 'app-log-lb', { pods: [appLog], service: { type: 'LoadBalancer' } });

    new StatefulService(this, 'postgres', {
      image: 'postgres:16.4',
      replicas: 3,
      ports: { postgres: 5432 },
      podSecurityContext: { runAsUser: 999, fsGroup: 999 },
      mounts: { '/var/lib/postgresql/data': Volume.claimTemplate('data', { storage: '10Gi' }) },
      readinessProbe: { exec: ['pg_isready', '-U', 'postgres'] },
      claimRetention: { whenScaled: 'Retain', whenDeleted: 'Retain' },
      disruptionBudget: { maxUnavailable: 1 },
    });
  }
}
