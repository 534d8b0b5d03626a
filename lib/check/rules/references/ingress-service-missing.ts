import { groupBy } from '../../../model/group-by';
import { defineRule } from '../../define-rule';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';
import { ingressBackends } from './ports/ingress-backends';

const CODE = 'K304';

export default defineRule({
  code: CODE,
  name: 'ingress-service-missing',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['Service', ...RBAC_KINDS],
  summary: 'An Ingress that routes to a Service which is not there',
  explanation: `The API server accepts any name. An Ingress routes to Services of its own namespace; a path whose Service does not
exist is answered with an error by the controller, and some leave the whole Ingress out.

Where something else makes the Service, declare it in \`external\`, or allow the finding where the Ingress is made.`,
  bad: manifests('webb'),
  good: manifests('web'),
  check(entry, context) {
    const absent = ingressBackends(entry.object).filter(
      ({ service }) => context.set.find('', 'Service', entry.namespace, service) === undefined,
    );
    if (absent.length === 0) return;
    for (const [service, [first, ...same]] of groupBy(absent, (each) => each.service)) {
      if (first === undefined) continue;
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: `${first.pointer}/name`,
          verb: 'routes to',
          target: { group: '', kind: 'Service', namespace: entry.namespace, name: service },
          consequences: [],
          more: { count: same.length, what: 'backend' },
          ownNamespaceOnly: 'an Ingress routes to Services of its own namespace only',
        },
        context,
      );
    }
  },
});

function manifests(service: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${service}
                port:
                  number: 80
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
`;
}
