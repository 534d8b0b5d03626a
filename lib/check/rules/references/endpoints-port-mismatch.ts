import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { endpointsExample, sliceExample } from './endpoints/endpoints-example';
import { endpointPorts, hasSelector, serviceOf } from './endpoints/manual-endpoints';
import { servicePorts, showPorts } from './ports/service-ports';

export default defineRule({
  code: 'K336',
  name: 'endpoints-port-mismatch',
  group: 'references',
  severity: 'error',
  kinds: ['Endpoints', 'discovery.k8s.io/EndpointSlice'],
  reads: ['Service'],
  summary: 'Endpoints by hand that lack a port of their Service',
  explanation: `A port of a Service without a selector leads to the port of its endpoints that has the same name; no name is the same as no
name. The numbers are not compared, and \`targetPort\` counts for nothing here. A port of the Service whose name is not among those of the
endpoints leads nowhere.

Of several EndpointSlices of one Service each may have ports of its own: that is a warning.`,
  bad: [
    { title: 'Endpoints', manifests: endpointsExample({ port: 'name: postgres\n        ' }) },
    { title: 'an EndpointSlice', manifests: sliceExample({ port: 'name: postgres\n    ' }) },
  ],
  good: [
    { title: 'Endpoints', manifests: endpointsExample({}) },
    { title: 'an EndpointSlice', manifests: sliceExample({}) },
  ],
  check(entry, context) {
    const service = serviceOf(entry, context);
    if (service === undefined || hasSelector(service.object)) return;
    const given = endpointPorts(entry);
    const ports = servicePorts(service.object);
    // Without ports there are no addresses either, or every port is meant.
    if (given.length === 0) return;
    const names = new Set(given.map(({ name }) => name));
    const lacking = ports.filter(({ name }) => !names.has(name ?? ''));
    if (lacking.length === 0) return;
    const isWhole = lacking.length === ports.length;
    const shown = lacking
      .map(({ name, port }) => (name === undefined ? String(port) : `\`${name}\``))
      .join(', ');
    const [only] = given.length === 1 && ports.length === 1 ? lacking : [];
    context.report({
      object: entry,
      path: entry.kind === 'Endpoints' ? '/subsets' : '/ports',
      ...(!isWhole && entry.kind !== 'Endpoints' && { severity: 'warning' }),
      title: `${objectTitle(entry)} lacks the port ${shown} of ${objectTitle(service)}`,
      label: `ports: ${given.map(({ name, number }) => `${number ?? 'any'}${name === '' ? '' : ` (name \`${name}\`)`}`).join(', ')}`,
      others: [{ entry: service, path: '/spec/ports', label: `ports: ${showPorts(ports)}` }],
      notes: ['ports of a Service without a selector are found by name; the numbers are not compared'],
      help: [
        only === undefined
          ? 'give the ports the names that they have in the Service'
          : only.name === undefined
            ? 'leave out the name of the port here, or give it to the port of the Service'
            : `name the port \`${only.name}\``,
      ],
    });
  },
});
