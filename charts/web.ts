import { type Construct } from 'constructs';
import { type NetworkPeer, SharedIngress, Tenant, WebService, Worker } from 'kubewright';

const INGRESS_CONTROLLER: NetworkPeer = { namespace: 'ingress-nginx' };

/** Two versions of a web application, routed by path and by host. */
export class Web extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'web', {
      quota: { 'requests.cpu': 4, 'requests.memory': '4Gi', pods: 40, 'services.loadbalancers': 0 },
    });
    const service = (version: string, tag: string): WebService<'http'> =>
      new WebService(this, `shop-${version}`, {
        image: `registry.example.com/shop:${tag}`,
        labels: { 'app.kubernetes.io/version': tag },
        replicas: 3,
        ports: { http: { containerPort: 8080, servicePort: 80 } },
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
        readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
        livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, initialDelaySeconds: 5 },
        strategy: { maxSurge: '50%', maxUnavailable: '50%' },
        minReadySeconds: 10,
        changeCause: `application version ${tag}`,
        topologySpread: [{ topologyKey: 'topology.kubernetes.io/zone' }],
        disruptionBudget: { maxUnavailable: 1 },
        networkPolicy: { allowFrom: [{ peers: [INGRESS_CONTROLLER], ports: ['http'] }], allowTo: [] },
      });
    const v1 = service('v1', '1.0.0').port('http');
    const v2 = service('v2', '1.0.2').port('http');

    new SharedIngress(this, 'by-path', {
      className: 'nginx',
      hosts: { 'shop.example.com': { '/v1': v1, '/v2': v2 } },
      tls: 'shop-tls',
    });
    new SharedIngress(this, 'by-host', {
      className: 'nginx',
      hosts: { 'v1.shop.example.com': v1, 'v2.shop.example.com': v2 },
    });

    new Worker(this, 'mailer', {
      image: 'registry.example.com/mailer:1.4',
      strategy: 'Recreate',
      minReadySeconds: 10,
      replicas: 2,
      revisionHistoryLimit: 3,
      resources: { requests: { cpu: '50m', memory: '64Mi' } },
    });
  }
}
