import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { webWorkload } from './example/web-workload';
import { knownService } from './ports/known-service';
import { showPorts } from './ports/service-ports';
import { CLIENT_KINDS, serviceClients } from './webhooks/service-clients';
import { webhookExample } from './webhooks/webhook-example';

export default defineRule({
  code: 'K369',
  name: 'webhook-port-not-in-service',
  group: 'references',
  severity: 'error',
  kinds: CLIENT_KINDS,
  reads: ['Service'],
  summary: 'A webhook, APIService or conversion that asks a port which its Service does not have',
  explanation: `The port is that of the Service (\`spec.ports[].port\`), not that of the container; it is 443 where none is written. The API server compares
the two only when it asks, and every question fails then.`,
  bad: webhookExample({ port: 8443 }) + webWorkload(),
  good: webhookExample({ port: 443 }) + webWorkload(),
  check(entry, context) {
    for (const { pointer, namespace, name, port } of serviceClients(entry)) {
      const service = knownService(context, namespace, name);
      if (service === undefined || service.ports.some((each) => each.port === port)) continue;
      const behind = service.ports.find(({ targetPort }) => targetPort === port);
      const path = `${pointer}/port`;
      context.report({
        object: entry,
        path,
        title: `${objectTitle(entry)} asks port ${port}, which ${objectTitle(service.entry)} does not have`,
        label: `${fieldName(path)} is ${port}`,
        others: [{ entry: service.entry, path: '/spec/ports', label: `ports: ${showPorts(service.ports)}` }],
        notes: [
          // ResolveEndpoint, k8s.io/apiserver/pkg/util/proxy/proxy.go
          `each request fails: no service port ${port} found for service "${name}"`,
          ...(behind === undefined ? [] : [`${port} is the container's port`]),
        ],
        help: (behind === undefined ? service.ports : [behind])
          .slice(0, 4)
          .map((each) => `write \`port: ${each.port}\``),
      });
    }
  },
});
