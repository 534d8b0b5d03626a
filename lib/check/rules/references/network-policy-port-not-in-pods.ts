import { textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { type JsonObject } from '../../../model/json-value';
import { type ObjectEntry } from '../../../model/object-entry';
import { type PodSource } from '../../../model/object-set';
import { type Selection } from '../../../model/selection';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { type Finding } from '../../finding';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { placesOfCuts } from './network/all-cuts';
import { podsOfPorts } from './network/pods-of-ports';
import { type TrafficRule, trafficRules } from './network/policy-selection';
import { serviceInFront } from './network/service-in-front';
import { webPolicy } from './network/web-policy';
import { webService } from './network/web-service';
import { containerPorts, showContainerPorts } from './ports/container-ports';
import { hasPort, likePorts } from './ports/pod-ports';
import { showPorts } from './ports/service-ports';

const WEB = webWorkload({ container: 'ports: [{ name: http, containerPort: 8080 }]' });

export default defineRule({
  code: 'K365',
  name: 'network-policy-port-not-in-pods',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: ['Service', ...WORKLOAD_KINDS],
  summary: 'A NetworkPolicy that allows a port which its pods do not have',
  explanation: `A port that is a name is looked up in the pods that are asked: those that the policy holds for in a rule of \`ingress\`, those of its
peers in one of \`egress\` (a warning, since others may be meant too). Where no container of them has a port of that name and protocol, the rule allows nothing.

A port that is a number is that of the container, not that of a Service: traffic is judged after the Service's address and port are replaced. No
container need declare it, as long as something listens; so it is reported (as a warning) only where the pods do not declare it and it is
the port of a Service before them that leads to another one, which the rule does not allow. Where that is known to cut something off, K367
and K378 tell of it instead.`,
  bad: [
    { title: 'a name', manifests: policy('htttp') + WEB },
    { title: 'the port of the Service', manifests: policy('80') + WEB + webService() },
  ],
  good: [
    { title: 'a name', manifests: policy('http') + WEB },
    { title: 'the port of the pods', manifests: policy('8080') + WEB + webService() },
  ],
  check(entry, context) {
    for (const rule of trafficRules(entry.object)) {
      const lists = podsOfPorts(entry, rule, context);
      for (const [at, each] of (rule.ports ?? []).entries()) {
        const path = jsonPointer('/spec', rule.direction, rule.index, 'ports', at, 'port');
        const finding =
          typeof each.port === 'number'
            ? wrongNumber(entry, path, each.port, each, rule, lists, context)
            : wrongName(entry, path, each, rule, lists);
        if (finding !== undefined) context.report(finding);
      }
    }
  },
});

type PodLists = readonly Selection<PodSource>[];

function wrongName(
  entry: ObjectEntry,
  path: string,
  port: JsonObject,
  { direction }: TrafficRule,
  lists: PodLists,
): Finding | undefined {
  const name = textField(port, 'port');
  const protocol = textField(port, 'protocol') ?? 'TCP';
  const first = lists[0]?.first;
  if (name === undefined || first === undefined) return undefined;
  if (lists.some((pods) => hasPort(pods, name, protocol))) return undefined;
  const like = new Set(lists.flatMap((pods) => likePorts(pods, name, protocol)));
  return {
    object: entry,
    path,
    ...(direction === 'egress' && { severity: 'warning' }),
    title: `${objectTitle(entry)} allows the port \`${name}\`, which ${whose(direction)} pods do not have`,
    label: `${fieldName(path)} is \`${name}\`${protocol === 'TCP' ? '' : `, ${protocol}`}`,
    others: [
      {
        entry: first.entry,
        path: `${first.template.specPointer}/containers`,
        label: `ports of the pods: ${showContainerPorts(containerPorts(first.template.spec))}`,
      },
    ],
    notes: ['nothing is allowed by this port'],
    help: [...like]
      .filter((each) => each !== name)
      .map((each) => `did you mean \`${each}\`?`)
      .concat(`or write the number of the container's port`),
  };
}

function wrongNumber(
  entry: ObjectEntry,
  path: string,
  number: number,
  port: JsonObject,
  { direction, index, ports = [] }: TrafficRule,
  lists: PodLists,
  context: CheckContext,
): Finding | undefined {
  const protocol = textField(port, 'protocol') ?? 'TCP';
  if (port.endPort !== undefined || lists.some((pods) => hasPort(pods, number, protocol))) return undefined;
  const front = lists
    .map((pods) => serviceInFront(pods, number, protocol, context))
    .find((each) => each !== undefined);
  if (front === undefined) return undefined;
  const { service, port: found, behind } = front;
  // Whoever allows both is on the safe side.
  if (ports.some((each) => allows(each, found.targetPort, behind))) return undefined;
  const rule = `${entry.position} ${jsonPointer('/spec', direction, index, 'ports')}`;
  if (context.once(placesOfCuts).has(rule)) return undefined;
  return {
    object: entry,
    path,
    severity: 'warning',
    title: `${objectTitle(entry)} allows port ${number}, which is that of ${objectTitle(service)} and not of ${whose(direction)} pods`,
    label: `${fieldName(path)} is ${number}`,
    others: [{ entry: service, path: `/spec/ports/${found.index}`, label: `ports: ${showPorts([found])}` }],
    notes: [
      `what comes to port ${number} of the Service comes to port ${behind} of the pods, which this rule does not allow`,
    ],
    help: [`write port: ${behind}`],
  };
}

function allows({ port, endPort }: JsonObject, name: number | string, number: number): boolean {
  if (port === undefined || port === name) return true;
  if (typeof port !== 'number') return false;
  return port <= number && number <= (typeof endPort === 'number' ? endPort : port);
}

function whose(direction: TrafficRule['direction']): string {
  return direction === 'ingress' ? 'its' : "its peers'";
}

function policy(port: string): string {
  return webPolicy({
    rules: `  policyTypes: [Ingress]
  ingress:
    - ports:
        - port: ${port}
`,
  });
}
