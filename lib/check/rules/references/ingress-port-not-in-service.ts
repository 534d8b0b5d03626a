import { suggest } from '../../../diagnostics/suggest';
import { groupBy } from '../../../model/group-by';
import { textMapField, objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { containerPorts } from './ports/container-ports';
import { ingressBackends, ingressClass, type IngressPort } from './ports/ingress-backends';
import { type KnownService, knownService } from './ports/known-service';
import { type ServicePort, showPorts } from './ports/service-ports';
import { selectedPods } from './selection/selected-pods';

export default defineRule({
  code: 'K305',
  name: 'ingress-port-not-in-service',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['Service', ...WORKLOAD_KINDS],
  summary: 'An Ingress that routes to a port which its Service does not have',
  explanation: `A backend of an Ingress names a port of the Service: \`port.number\` one of \`spec.ports[].port\`, \`port.name\` one of
\`spec.ports[].name\`. The API server does not compare them; a controller that does not find the port answers with an error or
leaves the route out.

The number is not that of the container: it is the Service that leads from its own \`port\` to the container's, by
\`targetPort\`. ingress-nginx takes the \`targetPort\` too, so with the class \`nginx\` that is a warning only.`,
  bad: [
    { title: "the container's port", manifests: manifests('number: 8080') },
    { title: 'a name that no port has', manifests: manifests('name: web') },
  ],
  good: [
    { title: 'by number', manifests: manifests('number: 80') },
    { title: 'by name', manifests: manifests('name: http') },
  ],
  check(entry, context) {
    const wrong: WrongBackend[] = [];
    for (const { pointer, service: name, port } of ingressBackends(entry.object)) {
      if (port === undefined) continue;
      const service = knownService(context, entry.namespace, name);
      if (service === undefined || service.ports.some((each) => isNamed(each, port))) continue;
      wrong.push({ pointer, service, port });
    }
    if (wrong.length === 0) return;
    for (const [first, ...same] of groupBy(wrong, wrongKey).values()) {
      if (first !== undefined) report(entry, first, same.length, context);
    }
  },
});

/** A backend whose Service does not have the port. */
interface WrongBackend {
  /** JSON pointer of the backend's `service`. */
  readonly pointer: string;
  readonly service: KnownService;
  readonly port: IngressPort;
}

function wrongKey({ service, port }: WrongBackend): string {
  return JSON.stringify([service.entry.name, port]);
}

function report(
  entry: ObjectEntry,
  { pointer, service, port }: WrongBackend,
  more: number,
  context: RuleContext,
): void {
  const path = `${pointer}/port/${'name' in port ? 'name' : 'number'}`;
  const containers = portsOfContainer(service, port, context);
  const isFoundByNginx = service.ports.some(({ targetPort }) => String(targetPort) === valueOf(port));
  const isWorking = isFoundByNginx && ingressClass(entry.object) === 'nginx';
  context.report({
    object: entry,
    path,
    // serviceEndpoints, internal/ingress/controller/controller.go of ingress-nginx
    ...(isWorking && { severity: 'warning' }),
    title: `${objectTitle(entry)} routes to port ${shown(port)}, which ${objectTitle(service.entry)} does not have`,
    label: `${fieldName(path)} is ${shown(port)}`,
    others: [{ entry: service.entry, path: '/spec/ports', label: `ports: ${showPorts(service.ports)}` }],
    notes: [
      ...(containers.length === 0
        ? []
        : [`${shown(port)} is the container's port; an Ingress names the Service's port`]),
      ...(isWorking ? ['ingress-nginx takes the targetPort too; other controllers do not'] : []),
      ...(more === 0
        ? []
        : [`${more} more backend${more === 1 ? '' : 's'} of this Ingress name${more === 1 ? 's' : ''} it`]),
    ],
    help: help(containers.length > 0 ? containers : likelyPorts(service.ports, port), service, port),
  });
}

function valueOf(port: IngressPort): string {
  return 'name' in port ? port.name : String(port.number);
}

function shown(port: IngressPort): string {
  return 'name' in port ? `\`${port.name}\`` : String(port.number);
}

function isNamed({ name, port }: ServicePort, wanted: IngressPort): boolean {
  return 'name' in wanted ? name === wanted.name : port === wanted.number;
}

/** The ports of a Service that lead to the container's port which the Ingress names. */
function portsOfContainer(
  { entry, ports }: KnownService,
  wanted: IngressPort,
  { set }: RuleContext,
): readonly ServicePort[] {
  const direct = ports.filter(({ targetPort }) => String(targetPort) === valueOf(wanted));
  if (direct.length > 0) return direct;
  const selector = textMapField(objectField(entry.object, 'spec'), 'selector');
  const pod =
    Object.keys(selector).length === 0 ? undefined : selectedPods(set, entry.namespace, selector)[0];
  const declared = containerPorts(pod?.template.spec).find((port) =>
    'name' in wanted ? port.name === wanted.name : port.number === wanted.number,
  );
  if (declared === undefined) return [];
  return ports.filter(({ targetPort }) => targetPort === declared.number || targetPort === declared.name);
}

/** The ports that may have been meant: those of like names, or the only one. */
function likelyPorts(ports: readonly ServicePort[], wanted: IngressPort): readonly ServicePort[] {
  if ('name' in wanted) {
    const byNumber = ports.filter(({ port }) => String(port) === wanted.name);
    if (byNumber.length > 0) return byNumber;
    const names = suggest(
      wanted.name,
      ports.flatMap(({ name }) => name ?? []),
    );
    const like = names.flatMap((name) => ports.filter((port) => port.name === name));
    if (like.length > 0) return like;
  }
  return ports.length === 1 ? ports : [];
}

const MOST = 4;

function help(
  likely: readonly ServicePort[],
  { entry, ports }: KnownService,
  wanted: IngressPort,
): readonly string[] {
  if (likely.length > 0) return likely.slice(0, MOST).map(useHelp);
  return ports.length === 0
    ? [`add the port ${shown(wanted)} to ${objectTitle(entry)}`]
    : [`name one of its ports, or add this one to ${objectTitle(entry)}`];
}

function useHelp({ name, port }: ServicePort): string {
  return name === undefined
    ? `use \`number: ${port}\``
    : `use \`port: { name: '${name}' }\` or \`number: ${port}\``;
}

function manifests(port: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
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
                name: web
                port:
                  ${port}
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
    - name: http
      port: 80
      targetPort: 8080
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
      ports:
        - containerPort: 8080
`;
}
