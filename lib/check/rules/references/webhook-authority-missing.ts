import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { webWorkload } from './example/web-workload';
import { RBAC } from './rbac/rbac-group';
import { mayGetAuthority } from './webhooks/authority-writers';
import { CLIENT_KINDS, serviceClients } from './webhooks/service-clients';
import { webhookExample } from './webhooks/webhook-example';

export default defineRule({
  code: 'K370',
  name: 'webhook-authority-missing',
  group: 'references',
  severity: 'warning',
  kinds: CLIENT_KINDS,
  reads: [`${RBAC}/ClusterRole`],
  summary: 'A webhook, APIService or conversion without the authority that signed its certificate',
  explanation: `The API server asks by TLS, and trusts what \`caBundle\` holds. Without it the authorities of its own machine count, which never signed the
certificate of a Service inside of the cluster: every question fails, unless something writes the field later.

cert-manager does so where the object has an annotation \`cert-manager.io/inject-ca-from\`; some programs do so for themselves, for which they need the
right to change these objects. Where either is in the set nothing is reported.`,
  bad: webhookExample({ caBundle: '' }) + webWorkload(),
  good: [
    { title: 'an authority', manifests: webhookExample() + webWorkload() },
    {
      title: 'one that cert-manager writes',
      manifests:
        webhookExample({ caBundle: '', annotation: 'cert-manager.io/inject-ca-from: shop/web' }) +
        webWorkload(),
    },
  ],
  check(entry, context) {
    const lacking = serviceClients(entry).filter(({ hasAuthority }) => !hasAuthority);
    const [first] = lacking;
    if (first === undefined || mayGetAuthority(entry, context)) return;
    const { holder, namespace, name } = first;
    context.report({
      object: entry,
      path: holder,
      title: `${objectTitle(entry)} asks a Service by TLS without the authority of its certificate`,
      label: `${fieldName(holder)} has no caBundle`,
      notes: [
        `the authorities of the API server's machine do not know \`${name}.${namespace}.svc\`: x509: certificate signed by unknown authority`,
        ...(lacking.length > 1 ? [`${lacking.length - 1} more of this object`] : []),
      ],
      help: [
        'write `caBundle`, or the annotation `cert-manager.io/inject-ca-from: <namespace>/<certificate>` that has cert-manager write it',
      ],
    });
  },
});
