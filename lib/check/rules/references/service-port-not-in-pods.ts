import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { showContainerPorts } from './ports/container-ports';
import { likePortNames, type PodPorts, podPorts, portNamed } from './ports/pod-ports';
import { type ServicePort, servicePorts } from './ports/service-ports';
import { servicePods } from './selection/service-pods';

export default defineRule({
  code: 'K302',
  name: 'service-port-not-in-pods',
  group: 'references',
  severity: 'error',
  kinds: ['Service'],
  reads: WORKLOAD_KINDS,
  summary: 'A Service whose `targetPort` names a port that its pods do not have',
  explanation: `A \`targetPort\` that is a name is looked up in each pod: a port of that name and protocol, of a container or a sidecar.
A pod without one gets no traffic by this port; if no pod has it, the port leads nowhere. Neither is an error to the API server.

A \`targetPort\` that is a number needs no \`ports\` entry in the pod, and is not looked at.`,
  bad: manifests('htttp'),
  good: manifests('http'),
  check(entry, context) {
    const named = servicePorts(entry.object).filter(({ targetPort }) => typeof targetPort === 'string');
    const selected = named.length === 0 ? undefined : servicePods(entry, context);
    if (selected === undefined) return;
    for (const port of named) checkPort(entry, port, podPorts(selected), context);
  },
});

function checkPort(
  entry: ObjectEntry,
  { index, targetPort, protocol }: ServicePort,
  pods: PodPorts,
  { report }: RuleContext,
): void {
  const name = String(targetPort);
  const first = pods.firstLacking(name, protocol);
  if (first === undefined) return;
  const count = pods.countLacking(name, protocol);
  const path = `/spec/ports/${index}/targetPort`;
  const isEverywhere = !pods.has(name, protocol);
  const like = likePortNames(first.ports, name, protocol);
  const otherProtocol = portNamed(first.ports, name)?.protocol;
  report({
    object: entry,
    path,
    ...(!isEverywhere && { severity: 'warning' }),
    title: isEverywhere
      ? `${objectTitle(entry)} leads to the port \`${name}\`, which its pods do not have`
      : `${objectTitle(entry)} leads to the port \`${name}\`, which some of its pods do not have`,
    label: `${fieldName(path)} is \`${name}\`${protocol === 'TCP' ? '' : `, ${protocol}`}`,
    others: [
      {
        entry: first.pod.entry,
        path: `${first.pod.template.specPointer}/containers`,
        label: `ports of the pods: ${showContainerPorts(first.ports)}`,
      },
    ],
    notes: [
      ...(isEverywhere
        ? []
        : [
            `${count} of ${pods.pods.length} pod templates that it selects lack it, and get no traffic by it`,
          ]),
      ...(otherProtocol === undefined
        ? []
        : [`the port of this name is ${otherProtocol}, that of the Service is ${protocol}`]),
    ],
    help: like
      .filter((each) => each !== name)
      .map((each) => `did you mean \`${each}\`?`)
      .concat(
        like.length > 0
          ? []
          : [`name a port of the container \`${name}\`, or write its number as the targetPort`],
      ),
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
    - port: 80
      targetPort: ${targetPort}
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
