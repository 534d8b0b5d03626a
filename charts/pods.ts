import { type Construct } from 'constructs';
import { SinglePod, Tenant } from 'kubewright';

/** Pods by hand: init containers, several containers, probes, resources, node selection. */
export class Pods extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'pods', { network: 'open' });

    new SinglePod(this, 'with-init', {
      image: 'registry.example.com/simple-app:1.0',
      command: ['sh', '-c', 'echo The app is running! && sleep 3600'],
      initContainers: {
        'wait-for-service': {
          image: 'registry.example.com/simple-app:1.0',
          command: ['sh', '-c', 'sleep 2; echo helloworld01;'],
        },
        'wait-for-db': {
          image: 'registry.example.com/simple-app:1.0',
          command: ['sh', '-c', 'sleep 2; echo helloworld02;'],
        },
      },
    });

    new SinglePod(this, 'probed', {
      image: 'registry.example.com/liveness:1.1',
      args: ['/server'],
      ports: { http: 8080 },
      livenessProbe: {
        httpGet: { path: '/healthz', port: 'http', headers: { 'X-Custom-Header': 'Awesome' } },
        initialDelaySeconds: 10,
        periodSeconds: 5,
      },
      annotations: { 'example.com/source': 'https://registry.example.com' },
    });

    new SinglePod(this, 'grpc-probed', {
      image: 'registry.example.com/greeter:1.2',
      ports: { grpc: 9000 },
      readinessProbe: { grpc: { port: 'grpc', service: 'greeter' } },
      startupProbe: { tcpSocket: 'grpc', failureThreshold: 30 },
    });

    new SinglePod(this, 'on-web-nodes', {
      image: 'nginxinc/nginx-unprivileged:1.27',
      nodeSelector: { server: 'webap' },
      labels: { env: 'stage' },
    });

    new SinglePod(this, 'stress', {
      image: 'registry.example.com/stress:1.0.4',
      command: ['stress'],
      args: ['--vm', '1', '--vm-bytes', '200M', '--vm-hang', '1'],
      resources: { requests: { cpu: '50m', memory: '300Mi' }, limits: { cpu: '90m', memory: '300Mi' } },
    });

    new SinglePod(this, 'two-containers', {
      image: 'nginxinc/nginx-unprivileged:1.27',
      containers: { redis: { image: 'redis:7.4', securityContext: { runAsUser: 999 } } },
    });
  }
}
