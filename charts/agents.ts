import { type Construct } from 'constructs';
import { ClusterRoleGrant, NodeAgent, Tenant, Volume, Worker } from 'kubewright';

/** Pods that are placed by the nodes: agents, taints, affinity. */
export class Agents extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'agents', { podSecurity: { enforce: 'privileged', warn: 'privileged' }, network: 'open' });

    const shipper = new NodeAgent(this, 'log-shipper', {
      image: 'registry.example.com/log-shipper:1.9.0',
      serviceAccount: {},
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }],
      priorityClass: 'system-node-critical',
      mounts: { '/var/log': { volume: Volume.hostPath('logs', '/var/log', 'Directory'), readOnly: true } },
      update: { maxUnavailable: '10%' },
    });
    new ClusterRoleGrant(this, 'agents-read-pods', {
      rules: { core: { nodes: ['get', 'list', 'watch'], pods: ['get', 'list', 'watch'] } },
      subjects: [{ serviceAccount: shipper.name }],
    });

    new Worker(this, 'trainer', {
      image: 'registry.example.com/trainer:2.0',
      replicas: 2,
      resources: { limits: { 'nvidia.com/gpu': 1 } },
      tolerations: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  { key: 'gpu.example.com/model', operator: 'In', values: ['a100', 'h100'] },
                ],
              },
            ],
          },
        },
      },
      antiAffinity: { topologyKey: 'kubernetes.io/hostname', required: true },
    });
  }
}
