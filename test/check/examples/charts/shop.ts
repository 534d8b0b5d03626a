import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { type Construct } from 'constructs';
import { ScheduledJob, WebService } from 'kubewright';

/** A Service that selects by a label which is spelled another way, and an Ingress to the container's port. */
export class Shop extends Chart {
  constructor(scope: Construct) {
    super(scope, 'shop', { namespace: 'shop' });
    new WebService(this, 'carts', {
      image: 'example.com/carts:1.0.0',
      ports: { http: 8080 },
      podLabels: { app: 'carts', tier: 'web' },
    });
    const cart = new kplus.Service(this, 'cart', {
      metadata: { name: 'cart' },
      ports: [{ port: 80 }],
    });
    cart.selectLabel('app', 'cart');

    const web = new kplus.Deployment(this, 'web', {
      metadata: { name: 'web' },
      containers: [{ image: 'example.com/web:1.0.0', portNumber: 8080 }],
    });
    const service = new kplus.Service(this, 'svc', {
      metadata: { name: 'web' },
      selector: web,
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    });
    const ingress = new kplus.Ingress(this, 'ingress', {
      metadata: { name: 'web' },
      rules: [{ host: 'shop.example.com', backend: kplus.IngressBackend.fromService(service) }],
    });
    ApiObject.of(ingress).addJsonPatch(
      JsonPatch.replace('/spec/rules/0/http/paths/0/backend/service/port/number', 8080),
    );

    new kplus.Pod(this, 'debug', { containers: [{ image: 'example.com/debug:1.0.0' }] });
    new ScheduledJob(this, 'report', { image: 'example.com/report:1.0.0', schedule: '@daily' });
  }
}
