import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { webWorkload } from './example/web-workload';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K380';

const API = `apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  selector: { app: web }
  ports:
    - port: 80
---
${webWorkload()}`;

export default defineRule({
  code: CODE,
  name: 'external-name-service-missing',
  group: 'references',
  severity: 'error',
  kinds: ['Service'],
  reads: [...RBAC_KINDS],
  summary: 'A Service of type ExternalName that leads to a Service which is not there',
  explanation: `A Service of type ExternalName is another name in DNS (a CNAME), for whatever \`externalName\` says. One that says
\`api.shop.svc.cluster.local\` leads to the Service \`api\` of the Namespace \`shop\`. The API server does not look for that, and DNS answers that there is no such name.

Names that are not of this shape lie outside of the cluster, and are not looked at. Where nothing of the set is in the Namespace it is a
warning: it may be somebody else's.`,
  bad: alias('apj') + API,
  good: alias('api') + API,
  check(entry, context) {
    const spec = objectField(entry.object, 'spec');
    const external = textField(spec, 'externalName');
    if (spec?.type !== 'ExternalName' || external === undefined) return;
    // Only names with the cluster's domain are looked up as they are: the search domains of pods do not hold for a CNAME.
    const [name = '', namespace = '', svc, ...domain] = external.toLowerCase().replace(/\.$/, '').split('.');
    if (svc !== 'svc' || domain.length === 0 || name === '' || namespace === '') return;
    const isOurs = context.set.inNamespace(namespace).length > 0;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/spec/externalName',
        verb: 'leads to',
        target: { group: '', kind: 'Service', namespace, name },
        written: (each) => [each, namespace, svc, ...domain].join('.'),
        ...(!isOurs && { severity: 'warning' as const }),
        consequences: [
          `DNS has no \`${external}\`: NXDOMAIN`,
          ...(isOurs ? [] : [`nothing of the set is in \`${namespace}\``]),
        ],
        ownNamespaceOnly: `this names the one in \`${namespace}\``,
      },
      context,
    );
  },
});

function alias(name: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: team
spec:
  type: ExternalName
  externalName: ${name}.shop.svc.cluster.local
---
`;
}
