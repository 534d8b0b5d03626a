import { type Construct } from 'constructs';
import { ReplicaGroup, SharedService, SinglePod, Tenant } from 'kubewright';

const IMAGE = 'registry.example.com/node-app';

/** ReplicaSets and a ReplicationController, and Services over several of them. */
export class Replication extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'replication', { network: 'open' });

    // Pods by hand, and a controller, behind one Service.
    const labels = { 'app.kubernetes.io/part-of': 'replicas' };
    const ports = { http: 8080 };
    const byHand = ['proceed-1', 'proceed-2', 'proceed-3'].map(
      (id) => new SinglePod(this, id, { image: `${IMAGE}:1.0.0`, ports, labels }),
    );
    const controller = new ReplicaGroup(this, 'proceed', {
      kind: 'ReplicationController',
      image: `${IMAGE}:2.0.1`,
      replicas: 3,
      ports,
      labels,
      livenessProbe: { exec: ['/bin/cat', '/start'], initialDelaySeconds: 5 },
    });
    new SharedService(this, 'replicas', { pods: [...byHand, controller] });

    // The same pods, selected by an expression.
    new ReplicaGroup(this, 'by-expression', {
      image: `${IMAGE}:1.0.0`,
      replicas: 3,
      ports,
      labels: { tier: 'replica-set' },
      matchExpressions: [{ key: 'tier', operator: 'In', values: ['replica-set'] }],
    });

    // A version a ReplicaSet, each with a selector of its own, and one Service over both.
    const versions = { v1: '1.0.0', v2: '1.0.2' };
    const groups = Object.entries(versions).map(
      ([version, tag]) =>
        new ReplicaGroup(this, `versioned-${version}`, {
          image: `${IMAGE}:${tag}`,
          replicas: 3,
          ports,
          labels: { 'app.kubernetes.io/part-of': 'versioned', 'app.kubernetes.io/version': tag },
        }),
    );
    new SharedService(this, 'versioned', { pods: groups, ports: { http: 80 } });

    new ReplicaGroup(this, 'busy', {
      image: 'busybox:1.36',
      command: ['dd', 'if=/dev/zero', 'of=/dev/null'],
      securityContext: { runAsUser: 65534 },
      resources: { requests: { cpu: '100m' }, limits: { cpu: '100m' } },
      autoscale: { min: 1, max: 5, cpu: '30%' },
    });
  }
}
