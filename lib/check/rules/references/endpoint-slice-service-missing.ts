import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { sliceExample } from './endpoints/endpoints-example';
import { SERVICE_LABEL } from './endpoints/manual-endpoints';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K334';

export default defineRule({
  code: CODE,
  name: 'endpoint-slice-service-missing',
  group: 'references',
  severity: 'error',
  kinds: ['discovery.k8s.io/EndpointSlice'],
  reads: ['Service', ...RBAC_KINDS],
  summary: 'An EndpointSlice of a Service that is not there',
  explanation: `An EndpointSlice belongs to the Service that its label \`${SERVICE_LABEL}\` names; its own name tells nothing. Without the label, or
with the name of no Service of the namespace, nothing is ever sent to its addresses.`,
  bad: [
    { title: 'another name', manifests: sliceExample({ name: 'db-1' }) },
    { title: 'no label', manifests: sliceExample({}).replace('service-name:', 'service:') },
  ],
  good: sliceExample({}),
  check(entry, context) {
    const path = jsonPointer('/metadata/labels', SERVICE_LABEL);
    const name = entry.labels[SERVICE_LABEL];
    if (name === undefined || name === '') {
      context.report({
        object: entry,
        path,
        title: `${objectTitle(entry)} belongs to no Service`,
        label: `the label \`${SERVICE_LABEL}\` is not there`,
        // endpointSliceCacheKeys, pkg/proxy/endpointslicecache.go
        notes: [`kube-proxy passes over it: no ${SERVICE_LABEL} label set on endpoint slice`],
        help: [`add the label \`${SERVICE_LABEL}: <service>\``],
      });
      return;
    }
    reportMissing(
      {
        code: CODE,
        from: entry,
        path,
        verb: 'belongs to',
        target: { group: '', kind: 'Service', namespace: entry.namespace, name },
        consequences: ['nothing is sent to its addresses'],
        ownNamespaceOnly: 'an EndpointSlice belongs to a Service of its own namespace',
      },
      context,
    );
  },
});
