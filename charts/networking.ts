import { type Construct } from 'constructs';
import { ExternalService, SharedService, Tenant, WebService } from 'kubewright';

/** Services of every type, and names for what runs outside. */
export class Networking extends Tenant {
  constructor(scope: Construct) {
    super(scope, 'networking', { network: { allowSameNamespace: true } });

    // One pod, two containers, a named port of each.
    const app = new WebService(this, 'app', {
      image: 'registry.example.com/node-app:1.0.0',
      ports: { node: 8080 },
      containers: { flask: { image: 'registry.example.com/flask-app:1.0.1', ports: { flask: 8090 } } },
      replicas: 3,
    });
    new SharedService(this, 'app-sticky', {
      pods: [app],
      ports: { node: 80 },
      service: { sessionAffinity: { timeoutSeconds: 600 } },
    });

    new WebService(this, 'on-every-node', {
      image: 'registry.example.com/node-app:1.0.0',
      ports: { http: { containerPort: 8080, servicePort: 80, nodePort: 32700 } },
      service: { type: 'NodePort' },
      networkPolicy: { allowFrom: ['anyone'] },
    });

    new ExternalService(this, 'blog', { externalName: 'blog.example.com' });
    new ExternalService(this, 'legacy-db', {
      addresses: ['192.0.2.10', '192.0.2.11'],
      ports: { postgres: { port: 5432, targetPort: 15432 } },
    });
  }
}
