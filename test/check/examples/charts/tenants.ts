import { k8s } from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { Tenant } from 'kubewright';

/** A tenant whose pods may have two CPUs, with a Role that grants nothing. */
export function createTenant(scope: Construct): Tenant {
  const tenant = new Tenant(scope, 'team-a', { limits: { pod: { max: { cpu: 2 } } } });
  new k8s.KubeRole(tenant, 'reader', {
    metadata: { name: 'reader' },
    rules: [
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
      { apiGroups: [''], resources: ['namespace'], verbs: ['get', 'list'] },
    ],
  });
  return tenant;
}
