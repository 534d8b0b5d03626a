import { groupBy } from '../../../model/group-by';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { haveSameBackend, ingressPaths, matchKey, showPath } from './ingress/ingress-paths';
import { shopIngress, SHOP_SERVICE } from './ingress/shop-ingress';

export default defineRule({
  code: 'K330',
  name: 'ingress-path-twice',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  summary: 'An Ingress with the same host and path twice',
  explanation: `The API server accepts it. The first of the two entries counts and the second is passed over, or the other way round: that is
the controller's to say. An Exact path and a Prefix of the same text are two different things; \`/cart\` and \`/cart/\` as prefixes are not.

Where both lead to the same Service and port it is a warning.`,
  bad: twice('/'),
  good: twice('/api'),
  check(entry, { report }) {
    const paths = ingressPaths(entry);
    if (paths.length < 2) return;
    for (const [first, ...rest] of groupBy(paths, matchKey).values()) {
      for (const path of rest) {
        if (first === undefined) continue;
        const isSame = haveSameBackend(path, first);
        report({
          object: entry,
          path: path.pointer,
          ...(isSame && { severity: 'warning' }),
          title: `${objectTitle(entry)} has ${showPath(path)} twice`,
          label: `${fieldName(path.pointer)} is \`${path.path}\``,
          others: [
            {
              entry,
              path: first.pointer,
              label: `${fieldName(first.pointer)} is \`${first.path}\``,
            },
          ],
          notes: [
            isSame
              ? 'both lead to the same Service: one is superfluous'
              : 'only one of the two gets requests, with ingress-nginx the first',
          ],
          help: ['remove one of them, or give it another path'],
        });
      }
    }
  },
});

function twice(path: string): string {
  const ingress = shopIngress({}).replace('---\n', '');
  const entry = `          - path: ${path}
            pathType: Prefix
            backend:
              service:
                name: api
                port:
                  number: 80
---
`;
  return `${ingress}${entry}${SHOP_SERVICE}---
${SHOP_SERVICE.replace('name: web', 'name: api').split('---')[0] ?? ''}`;
}
