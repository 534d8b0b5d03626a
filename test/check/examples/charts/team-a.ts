import { type Tenant, WebService } from 'kubewright';

/** A service of 1.5 CPUs, with a sidecar that nobody counted. */
export function createApi(tenant: Tenant): void {
  new WebService(tenant, 'api', {
    image: 'example.com/api:1.0.0',
    ports: { http: 8080 },
    resources: { limits: { cpu: '1500m' } },
    containers: { proxy: { image: 'example.com/proxy:1.0.0', resources: { limits: { cpu: 1 } } } },
  });
}
