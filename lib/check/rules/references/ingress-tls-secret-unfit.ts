import { groupBy } from '../../../model/group-by';
import { textField } from '../../../model/json-object';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type RuleContext } from '../../rule-context';
import { type IngressTls, ingressTls } from './ingress/ingress-tls';
import { shopIngress, SHOP_SERVICE } from './ingress/shop-ingress';
import { keysInWords } from './pods/keys-in-words';
import { configKeys } from './pods/config-keys';

const TLS = 'kubernetes.io/tls';
const KEYS = ['tls.crt', 'tls.key'];

export default defineRule({
  code: 'K317',
  name: 'ingress-tls-secret-unfit',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['Secret'],
  summary: 'An Ingress whose Secret holds no certificate',
  explanation: `Controllers take the certificate from the key \`tls.crt\` of the Secret and the private key from \`tls.key\`, those two names and no
others. Without them they serve a certificate of their own, which no client trusts.

A Secret with both keys and a type other than \`kubernetes.io/tls\` works with some controllers (ingress-nginx) and not with others
(Contour): that is a warning. The type of a Secret that is there cannot be changed.`,
  bad: [
    { title: 'other keys', manifests: manifests('Opaque', 'cert.pem', 'key.pem') },
    { title: 'another type', manifests: manifests('Opaque', 'tls.crt', 'tls.key') },
  ],
  good: manifests(TLS, 'tls.crt', 'tls.key'),
  check(entry, context) {
    const tls = ingressTls(entry);
    if (tls.length === 0) return;
    for (const [first] of groupBy(tls, ({ secret }) => secret).values()) {
      if (first !== undefined) checkSecret(entry, first, context);
    }
  },
});

function checkSecret(entry: ObjectEntry, { secret: name, path }: IngressTls, context: RuleContext): void {
  const known = configKeys(context, 'Secret', entry.namespace, name);
  // What asks an operator for it is another kind.
  if (known?.entry.kind !== 'Secret') return;
  const secret = known.entry;
  const type = textField(secret.object, 'type') ?? 'Opaque';
  const lacking = KEYS.filter((key) => !known.keys.has(key));
  if (type === TLS) return;
  context.report({
    object: entry,
    path,
    ...((lacking.length === 0 || known.keys.size === 0) && { severity: 'warning' }),
    title:
      lacking.length === 0
        ? `${objectTitle(entry)} takes its certificate from ${objectTitle(secret)}, which is not of the type \`${TLS}\``
        : `${objectTitle(entry)} takes its certificate from ${objectTitle(secret)}, which has no ${lacking.map((key) => `\`${key}\``).join(' and no ')}`,
    label: `${fieldName(path)} is \`${name}\``,
    others: [
      { entry: secret, path: '/type', label: `type is \`${type}\`, keys: ${keysInWords([], known.keys)}` },
    ],
    notes: [
      lacking.length === 0
        ? 'ingress-nginx and Traefik take it all the same; Contour and others pass over it'
        : 'the controller serves a certificate of its own, which no client trusts',
      ...(known.keys.size === 0 ? ['it has no keys: something may fill it in at run time'] : []),
    ],
    help: [
      `give it the type \`${TLS}\` with the keys \`tls.crt\` and \`tls.key\`: delete it first, as the type cannot be changed`,
    ],
  });
}

function manifests(type: string, certificate: string, key: string): string {
  const ingress = shopIngress({
    spec: `  tls:
    - hosts: [shop.example.com]
      secretName: web-tls
`,
  });
  return `${ingress}${SHOP_SERVICE}---
apiVersion: v1
kind: Secret
metadata:
  name: web-tls
  namespace: shop
type: ${type}
data:
  ${certificate}: Y2VydGlmaWNhdGU=
  ${key}: a2V5
`;
}
