import { groupBy } from '../../../model/group-by';
import { allowanceHelp } from '../../allowance-help';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { serviceNames } from './lookup/names-of-kind';
import { ingressBackends } from './ports/ingress-backends';

const CODE = 'K304';

export default defineRule({
  code: CODE,
  name: 'ingress-service-missing',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['Service'],
  summary: 'An Ingress that routes to a Service which is not there',
  explanation: `The API server accepts any name. An Ingress routes to Services of its own namespace; a path whose Service does not
exist is answered with an error by the controller, and some leave the whole Ingress out.

Where something else makes the Service, declare it in \`external\`, or allow the finding where the Ingress is made.`,
  bad: manifests('webb'),
  good: manifests('web'),
  check(entry, context) {
    const { namespace } = entry;
    for (const [service, [first, ...same]] of groupBy(
      ingressBackends(entry.object),
      (each) => each.service,
    )) {
      if (first === undefined || context.set.find('', 'Service', namespace, service) !== undefined) continue;
      if (context.external.has('', 'Service', namespace, service)) continue;
      const names = context.once(serviceNames);
      const near = names.like(namespace, service);
      const [elsewhere] = names.namespacesOf(service);
      const path = `${first.pointer}/name`;
      context.report({
        object: entry,
        path,
        title: `${objectTitle(entry)} routes to the Service \`${service}\`, which is not there`,
        label: `${fieldName(path)} is \`${service}\``,
        others: near.flatMap((name) => {
          const found = context.set.find('', 'Service', namespace, name);
          return found === undefined
            ? []
            : { entry: found, path: '/metadata/name', label: `nearest: Service \`${name}\`` };
        }),
        notes: [
          ...(elsewhere === undefined
            ? []
            : [
                `there is one in \`${elsewhere}\`, but an Ingress routes to Services of its own namespace only`,
              ]),
          ...(same.length === 0
            ? []
            : [
                `${same.length} more backend${same.length === 1 ? '' : 's'} of this Ingress name${same.length === 1 ? 's' : ''} it`,
              ]),
        ],
        help: [
          ...near.map((name) => `did you mean \`${name}\`?`),
          allowanceHelp(
            CODE,
            entry,
            'something else makes this Service',
            `{ kind: 'Service', namespace: '${namespace}', name: '${service}' }`,
          ),
        ],
      });
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
