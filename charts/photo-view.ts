import { type Construct } from 'constructs';
import { BlueGreen, Canary, Tenant } from 'kubewright';

/** A release that is switched from blue to green, and one that a tenth of the users try. */
export class PhotoView extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'photo-view', { network: 'open' });
    const shared = {
      ports: { http: { containerPort: 8080, servicePort: 80 } },
      imagePullSecrets: ['registry'],
      resources: { requests: { cpu: '100m', memory: '128Mi' } },
    } as const;

    new BlueGreen(this, 'photo-view', {
      ...shared,
      live: 'blue',
      blue: { image: 'registry.example.com/photo-view:1.0' },
      green: { image: 'registry.example.com/photo-view:2.0' },
      autoscale: { min: 3, max: 10, cpu: '70%' },
      readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
      service: { type: 'LoadBalancer', externalTrafficPolicy: 'Local' },
      preview: true,
    });

    new Canary(this, 'album', {
      ...shared,
      stable: { image: 'registry.example.com/album:1.4.2' },
      canary: { image: 'registry.example.com/album:1.5.0' },
      replicas: 9,
      traffic: {
        by: 'ingress-nginx',
        ingress: { className: 'nginx', hosts: { 'album.example.com': 'http' } },
        weight: 10,
        sticky: { cookie: 'album-track', maxAgeSeconds: 3600 },
      },
    });

    new Canary(this, 'thumbnails', {
      ...shared,
      stable: { image: 'registry.example.com/thumbnails:3.0' },
      canary: { image: 'registry.example.com/thumbnails:3.1' },
      replicas: 10,
      traffic: { by: 'replicas', share: '20%', sticky: true },
    });
  }
}
