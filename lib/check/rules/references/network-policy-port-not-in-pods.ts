import { objectField, textField } from '../../../model/json-object';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { webWorkload } from './example/web-workload';
import { trafficRules } from './network/policy-selection';
import { webPolicy } from './network/web-policy';
import { containerPorts, showContainerPorts } from './ports/container-ports';
import { podPorts } from './ports/pod-ports';
import { podsOfSelector } from './selection/pods-of-selector';

const WEB = webWorkload({ container: 'ports: [{ name: http, containerPort: 8080 }]' });

export default defineRule({
  code: 'K365',
  name: 'network-policy-port-not-in-pods',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  reads: WORKLOAD_KINDS,
  summary: 'A NetworkPolicy that allows a port by a name which its pods do not have',
  explanation: `A port of an \`ingress\` rule that is a name is looked up in the pods that the policy holds for: a port of that name and protocol, of one of
their containers. A pod without one gets nothing by this rule.

A port that is a number need not be declared by any container, and is not looked at. It is that of the container, not that of a Service: traffic is
judged after the Service's address was replaced.`,
  bad: policy('htttp') + WEB,
  good: policy('http') + WEB,
  check(entry, context) {
    const selector = objectField(objectField(entry.object, 'spec'), 'podSelector');
    const pods = podsOfSelector(context, entry.namespace, selector);
    const [first] = pods;
    if (first === undefined) return;
    for (const { direction, index, ports } of trafficRules(entry.object)) {
      // Ports of egress are those of the other side.
      if (direction !== 'ingress') continue;
      for (const [at, each] of (ports ?? []).entries()) {
        const name = textField(each, 'port');
        if (name === undefined) continue;
        const protocol = textField(each, 'protocol') ?? 'TCP';
        const known = podPorts(pods);
        if (known.has(name, protocol)) continue;
        const path = jsonPointer('/spec/ingress', index, 'ports', at, 'port');
        context.report({
          object: entry,
          path,
          title: `${objectTitle(entry)} allows the port \`${name}\`, which its pods do not have`,
          label: `${fieldName(path)} is \`${name}\`${protocol === 'TCP' ? '' : `, ${protocol}`}`,
          others: [
            {
              entry: first.entry,
              path: `${first.template.specPointer}/containers`,
              label: `ports of the pods: ${showContainerPorts(containerPorts(first.template.spec))}`,
            },
          ],
          notes: ['nothing is allowed by this port'],
          help: known
            .like(name, protocol)
            .filter((like) => like !== name)
            .map((like) => `did you mean \`${like}\`?`)
            .concat(`or write the number of the container's port`),
        });
      }
    }
  },
});

function policy(port: string): string {
  return webPolicy({
    rules: `  policyTypes: [Ingress]
  ingress:
    - ports:
        - port: ${port}
`,
  });
}
