import { objectField, textMapField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { endpointsExample } from './endpoints/endpoints-example';
import { hasSelector, isLock, serviceOf } from './endpoints/manual-endpoints';
import { showLabels } from './selection/show-labels';

export default defineRule({
  code: 'K337',
  name: 'endpoints-overwritten',
  group: 'references',
  severity: 'error',
  kinds: ['Endpoints'],
  reads: ['Service'],
  summary: 'Endpoints by hand of a Service that has a selector',
  explanation: `For a Service with a selector the control plane writes the Endpoints of its name, and does so again after every change: what
is written by hand does not last. Endpoints by hand are for a Service without a selector.`,
  bad: endpointsExample({ selector: true }),
  good: endpointsExample({}),
  check(entry, context) {
    const service = isLock(entry) ? undefined : serviceOf(entry, context);
    if (service === undefined || !hasSelector(service.object)) return;
    const selector = textMapField(objectField(service.object, 'spec'), 'selector');
    context.report({
      object: entry,
      path: '/subsets',
      title: `${objectTitle(entry)} is overwritten, as ${objectTitle(service)} has a selector`,
      label: 'written by hand',
      others: [{ entry: service, path: '/spec/selector', label: `selector is \`${showLabels(selector)}\`` }],
      // syncService, pkg/controller/endpoint/endpoints_controller.go
      notes: ['the endpoints controller replaces them by the addresses of the pods that the Service selects'],
      help: [
        'leave the selector out, and the addresses are those written here; or leave these Endpoints out',
        'for addresses beside those of pods, write an EndpointSlice with the label `kubernetes.io/service-name`',
      ],
    });
  },
});
