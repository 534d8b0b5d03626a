import { suggest } from '../../../diagnostics/suggest';
import { groupBy } from '../../../model/group-by';
import { isJsonObject, listField, textField } from '../../../model/json-object';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { podTemplate, type PodTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { declaredPorts, showContainerPorts } from './ports/container-ports';
import { type Handler, type HandlerPort, namedHandlerPorts } from './ports/handler-ports';

/**
 * What becomes of the container when the port is not found: the kubelet throws the result of such a probe away, and what
 * it took for true before stays.
 *
 * Upstream: ResolveContainerPort, pkg/probe/util.go; newWorker and doProbe, pkg/kubelet/prober/worker.go; the handlers of
 * pkg/kubelet/lifecycle/handlers.go and killContainer, startContainer of pkg/kubelet/kuberuntime.
 */
const CONSEQUENCES: Readonly<Record<Handler, string>> = {
  startupProbe:
    'the container never counts as started, so the pod is never ready, and it is not restarted either',
  readinessProbe:
    'the container is never ready: Services send it nothing, and a rollout waits for it until its deadline',
  livenessProbe: 'the probe finds out nothing: the container is never restarted, whatever happens to it',
  postStart:
    'the handler fails, and the container is killed and started again and again: FailedPostStartHook',
  preStop: 'the handler fails, and the container is stopped without it: FailedPreStopHook',
};

export default defineRule({
  code: 'K332',
  name: 'probe-port-missing',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  summary: 'A probe or lifecycle handler of a port that its container does not have',
  explanation: `A port by name is looked up among the \`ports\` of the container that the probe belongs to; ports of other containers of the pod
do not count. The API server does not look, and the kubelet throws the result of such a probe away: a readiness probe never succeeds, a
liveness probe never fails.

A port by number needs no entry in \`ports\`, and is not looked at: to declare ports is optional.`,
  bad: [
    { title: 'a name that no port has', manifests: manifests('htttp') },
    { title: 'a port of another container', manifests: manifests('metrics') },
  ],
  good: [
    { title: 'by name', manifests: manifests('http') },
    { title: 'by number', manifests: manifests('8081') },
  ],
  check(entry, context) {
    const template = podTemplate(entry.object);
    if (template === undefined) return;
    const missing = namedHandlerPorts(template.spec, template.specPointer).filter(isMissing);
    if (missing.length === 0) return;
    for (const same of groupBy(
      missing,
      ({ container, port }) => `${textField(container, 'name') ?? ''} ${port}`,
    ).values()) {
      const [first] = same;
      if (first !== undefined) report(entry, template, first, same, context);
    }
  },
});

function isMissing({ port, container }: HandlerPort): boolean {
  // A number in quotes is read as one where no port has that name.
  return !/^[0-9]+$/.test(port) && !declaredPorts(container).some(({ name }) => name === port);
}

function report(
  object: ObjectEntry,
  { spec, specPointer }: PodTemplate,
  { port, path, container }: HandlerPort,
  same: readonly HandlerPort[],
  { report: tell }: RuleContext,
): void {
  const ports = declaredPorts(container);
  const name = textField(container, 'name') ?? '';
  const near = suggest(
    port,
    ports.flatMap((each) => each.name ?? []),
  );
  const other = containersOf(spec).find(
    (each) => each !== container && declaredPorts(each).some((declared) => declared.name === port),
  );
  const number = declaredPorts(other).find((declared) => declared.name === port)?.number;
  const handlers = [...new Set(same.map(({ handler }) => handler))];
  tell({
    object,
    path,
    title: `${objectTitle(object)} probes the port \`${port}\` of the container \`${name}\`, which does not have it`,
    label: `${fieldName(path)} is \`${port}\``,
    others: [
      {
        entry: object,
        path: path.slice(0, path.indexOf('/', specPointer.length + 1)),
        label: `ports of \`${name}\`: ${showContainerPorts(ports)}`,
      },
    ],
    notes: [
      ...handlers.map((handler) => `${handler}: ${CONSEQUENCES[handler]}`),
      ...(other === undefined
        ? []
        : [
            `the container \`${textField(other, 'name') ?? ''}\` has a port of this name, but a name is looked up in its own container`,
          ]),
    ],
    help: [
      ...near.map((each) => `did you mean \`${each}\`?`),
      ...(number === undefined
        ? [`name a port of the container \`${port}\`, or write its number`]
        : [`write its number, ${number}: all containers of a pod share their ports`]),
    ],
  });
}

function containersOf(spec: JsonObject | undefined): readonly JsonObject[] {
  return [...listField(spec, 'containers'), ...listField(spec, 'initContainers')].filter(isJsonObject);
}

function manifests(port: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: example.com/web:1.0.0
      ports:
        - name: http
          containerPort: 8080
      readinessProbe:
        httpGet:
          path: /ready
          port: ${port}
    - name: exporter
      image: example.com/exporter:1.0.0
      ports:
        - name: metrics
          containerPort: 9090
`;
}
