import { defineRule } from '../../define-rule';
import { endpointsExample } from './endpoints/endpoints-example';
import { isLock } from './endpoints/manual-endpoints';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K335';

export default defineRule({
  code: CODE,
  name: 'endpoints-service-missing',
  group: 'references',
  severity: 'error',
  kinds: ['Endpoints'],
  reads: ['Service', ...RBAC_KINDS],
  summary: 'Endpoints of a Service that is not there',
  explanation: `Endpoints belong to the Service that has the same name in the same namespace. Those that belong to none are addresses that nobody
asks for.`,
  bad: endpointsExample({ name: 'database' }),
  good: endpointsExample({}),
  check(entry, context) {
    if (entry.name === '' || isLock(entry)) return;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/metadata/name',
        verb: 'belongs to',
        target: { group: '', kind: 'Service', namespace: entry.namespace, name: entry.name },
        consequences: ['nothing is sent to its addresses: Endpoints belong to the Service of the same name'],
        ownNamespaceOnly: 'Endpoints belong to a Service of their own namespace',
      },
      context,
    );
  },
});
