import { objectField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { showContainerPorts } from './ports/container-ports';
import { type PodPorts, podPorts, portsOfProtocol } from './ports/pod-ports';
import { type ServicePort, servicePorts } from './ports/service-ports';
import { servicePods } from './selection/service-pods';

export default defineRule({
  code: 'K333',
  name: 'service-port-not-declared',
  group: 'references',
  severity: 'warning',
  kinds: ['Service'],
  reads: WORKLOAD_KINDS,
  summary: 'A Service that leads to no port which its pods declare, though they declare others',
  explanation: `A \`targetPort\` that is a number is sent to as it is: whether a container declares it does not matter, as long as something listens. So
pods that declare no ports are not looked at, and neither is a Service one of whose ports leads to a declared one. Where none does, though
the pods declare ports, one of the two numbers may well be wrong, and connections are refused.

A port without \`targetPort\` leads to the port of its own number. Where that is one such as 80, and those of the pods are all past 1023, it is
a warning; the rest is only told of.`,
  bad: [
    { title: 'another number', manifests: manifests('\n      targetPort: 8081') },
    { title: 'no targetPort', manifests: manifests('') },
  ],
  good: [
    { title: 'by number', manifests: manifests('\n      targetPort: 8080') },
    { title: 'by name', manifests: manifests('\n      targetPort: http') },
  ],
  check(entry, context) {
    const selected = servicePods(entry, context);
    // Without a cluster IP nothing is sent by the Service: clients choose the port themselves.
    if (selected === undefined || objectField(entry.object, 'spec')?.clusterIP === 'None') return;
    const ports = servicePorts(entry.object);
    const pods = podPorts(selected);
    // Who declares some of the ports that are used leaves out others by intention.
    if (ports.some(({ targetPort, protocol }) => pods.has(targetPort, protocol))) return;
    for (const port of ports) if (typeof port.targetPort === 'number') checkPort(entry, port, pods, context);
  },
});

/** Programs without privileges listen from here on. */
const UNPRIVILEGED = 1024;

function checkPort(
  entry: ObjectEntry,
  { index, port, targetPort, protocol }: ServicePort,
  pods: PodPorts,
  { report }: RuleContext,
): void {
  const [first] = pods.pods;
  // Pods that declare nothing may listen to anything.
  if (first === undefined || !pods.areDeclared(protocol)) return;
  const declared = portsOfProtocol(first.ports, protocol);
  const isWritten = targetPort !== port;
  const isLikelySlip =
    !isWritten && port < UNPRIVILEGED && declared.every(({ number }) => number >= UNPRIVILEGED);
  const path = `/spec/ports/${index}/${isWritten ? 'targetPort' : 'port'}`;
  const [only] = declared.length === 1 ? declared : [];
  report({
    object: entry,
    path,
    ...(!isLikelySlip && { severity: 'info' }),
    title: `${objectTitle(entry)} leads to port ${targetPort}, which its pods do not declare`,
    label: isWritten
      ? `${fieldName(path)} is ${targetPort}`
      : `${fieldName(path)} is ${port}, and so is the targetPort`,
    others: [
      {
        entry: first.pod.entry,
        path: `${first.pod.template.specPointer}/containers`,
        label: `ports of the pods: ${showContainerPorts(declared)}`,
      },
    ],
    notes: ['it is sent there all the same; if nothing listens, connections are refused'],
    help: [
      ...(only === undefined
        ? ['lead to one of the declared ports']
        : [`write targetPort: ${only.name ?? only.number}`]),
      `if something listens on ${targetPort}: declare it in \`ports\` of the container`,
    ],
  });
}

function manifests(targetPort: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - port: 80${targetPort}
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
        - name: http
          containerPort: 8080
`;
}
