import { groupBy } from '../../../model/group-by';
import { defineRule } from '../../define-rule';
import { ingressTls } from './ingress/ingress-tls';
import { shopIngress, SHOP_SERVICE } from './ingress/shop-ingress';
import { reportMissing } from './lookup/missing-reference';
import { RBAC_KINDS } from './lookup/rbac-kinds';

const CODE = 'K316';

export default defineRule({
  code: CODE,
  name: 'ingress-tls-secret-missing',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['Secret', ...RBAC_KINDS],
  summary: 'An Ingress whose certificate is in a Secret that is not there',
  explanation: `The API server accepts any name. A controller that does not find the Secret serves a certificate that it made for itself, which no
client trusts (ingress-nginx: "Kubernetes Ingress Controller Fake Certificate"), or leaves the host out.

The Secret of a Certificate of cert-manager counts as there, and so does that of an Ingress with an annotation such as
\`cert-manager.io/cluster-issuer\`. An entry without \`secretName\` uses the controller's own certificate. Ingresses of the class \`alb\` take
certificates from elsewhere, and are not looked at.`,
  bad: `${tls('web-tsl')}${SHOP_SERVICE}${secret()}`,
  good: [
    { title: 'a Secret', manifests: `${tls('web-tls')}${SHOP_SERVICE}${secret()}` },
    {
      title: 'made by cert-manager',
      manifests: `${tls('shop-tls').replace('  namespace: shop\n', '  namespace: shop\n  annotations:\n    cert-manager.io/cluster-issuer: letsencrypt\n')}${SHOP_SERVICE}`,
    },
  ],
  check(entry, context) {
    const tls = ingressTls(entry);
    if (tls.length === 0) return;
    for (const [name, [first, ...same]] of groupBy(tls, ({ secret }) => secret)) {
      if (first === undefined) continue;
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: first.path,
          verb: 'takes its certificate from',
          target: { group: '', kind: 'Secret', namespace: entry.namespace, name },
          consequences: [
            `the controller serves a certificate of its own, which no client trusts${first.hosts.length === 0 ? '' : `, for ${first.hosts.map((host) => `\`${host}\``).join(', ')}`}`,
          ],
          more: { count: same.length, what: 'field' },
          ownNamespaceOnly: 'an Ingress takes Secrets from its own namespace',
          help: ['for cert-manager, annotate the Ingress: `cert-manager.io/cluster-issuer: <issuer>`'],
        },
        context,
      );
    }
  },
});

function tls(name: string): string {
  return shopIngress({
    spec: `  tls:
    - hosts: [shop.example.com]
      secretName: ${name}
`,
  });
}

function secret(): string {
  return `---
apiVersion: v1
kind: Secret
metadata:
  name: web-tls
  namespace: shop
type: kubernetes.io/tls
data:
  tls.crt: Y2VydGlmaWNhdGU=
  tls.key: a2V5
`;
}
