import { objectField, textField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { shopIngress, SHOP_SERVICE } from './ingress/shop-ingress';
import { reportMissing } from './lookup/missing-reference';
import { namesOf } from './lookup/names-of-kind';

const CODE = 'K318';
const GROUP = 'networking.k8s.io';
const KIND = 'IngressClass';

export default defineRule({
  code: CODE,
  name: 'ingress-class-missing',
  group: 'references',
  severity: 'warning',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['networking.k8s.io/IngressClass'],
  summary: 'An Ingress of a class that is not among those of the set',
  explanation: `An Ingress of a class that does not exist is accepted, and no controller takes it up: it gets no address and no route. Classes come
with their controllers, mostly from outside of a set, so this is looked at only where the set, or \`external\`, has classes. One that is
like another of them is an error.

The annotation \`kubernetes.io/ingress.class\` needs no IngressClass, and is not looked at.`,
  bad: `${shopIngress({ spec: '  ingressClassName: intrenal\n' })}${SHOP_SERVICE}${ingressClass()}`,
  good: [
    `${shopIngress({ spec: '  ingressClassName: internal\n' })}${SHOP_SERVICE}${ingressClass()}`,
    {
      title: 'no class in the set',
      manifests: `${shopIngress({ spec: '  ingressClassName: nginx\n' })}${SHOP_SERVICE}`,
    },
  ],
  check(entry, context) {
    const name = textField(objectField(entry.object, 'spec'), 'ingressClassName');
    if (name === undefined) return;
    if (context.set.ofKind(GROUP, KIND).length === 0 && !context.external.declares(GROUP, KIND)) return;
    const isLike = namesOf(context, GROUP, KIND).like('', name).length > 0;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/spec/ingressClassName',
        verb: 'asks for',
        target: { group: GROUP, kind: KIND, namespace: '', name },
        consequences: ['no controller takes the Ingress up: it gets no address, and its paths lead nowhere'],
        severity: isLike ? 'error' : 'warning',
      },
      context,
    );
  },
});

function ingressClass(): string {
  return `---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata:
  name: internal
spec:
  controller: k8s.io/ingress-nginx
`;
}
