import { groupBy } from '../../../model/group-by';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { objectTitle } from '../../object-names';
import { type CheckContext, type RuleContext } from '../../rule-context';
import { haveSameBackend, type IngressPath, ingressPaths, matchKey, showPath } from './ingress/ingress-paths';
import { loadBalancerOf } from './ingress/load-balancer';
import { shopIngress, SHOP_SERVICE } from './ingress/shop-ingress';

export default defineRule({
  code: 'K319',
  name: 'ingress-path-conflict',
  group: 'references',
  severity: 'error',
  kinds: ['networking.k8s.io/Ingress'],
  reads: ['networking.k8s.io/IngressClass'],
  summary: 'Two Ingresses that claim the same host and path',
  explanation: `The API server compares Ingresses with no other, not even with those of other namespaces. Of two that one controller serves, and
that claim the same host, path and type of path, one gets the requests and the other is passed over: with most controllers the older one
wins. The webhook of ingress-nginx refuses the second.

An Exact path goes before a Prefix, and the longer prefix before the shorter, so those are no conflict. Neither are Ingresses of different
classes, of controllers that make a load balancer for each (\`alb\` without a group, \`gce\`), or with annotations that tell them apart: a
canary, a match on headers, a priority.

The default backend of an Ingress without rules is claimed in the same way: it takes what no rule matches.

Where both lead to the same Service and port it is a warning.`,
  bad: `${shopIngress({})}${shopIngress({ name: 'other' }).replace('name: web\n                port', 'name: api\n                port')}${SHOP_SERVICE}---
${SHOP_SERVICE.replace('name: web', 'name: api').split('---')[0] ?? ''}`,
  good: `${shopIngress({})}${shopIngress({ name: 'other', path: '/api' })}${SHOP_SERVICE}`,
  checkSet(context) {
    const later = new Map<ObjectEntry, Claim[]>();
    for (const same of context.once(claims).values()) {
      if (same.length < 2) continue;
      const [first, ...rest] = same;
      for (const claim of rest) {
        if (first === undefined || isOneObject(first.entry, claim.entry)) continue;
        const own = later.get(claim.entry) ?? [];
        own.push({ ...claim, first });
        later.set(claim.entry, own);
      }
    }
    for (const own of later.values()) {
      for (const some of groupBy(own, ({ first }) => first?.entry).values()) reportClaims(some, context);
    }
  },
});

interface Claim {
  readonly entry: ObjectEntry;
  readonly path: IngressPath;
  /** The claim that was there before. */
  readonly first?: Claim;
}

/** The claims of each host and path at each load balancer. */
function claims(context: CheckContext): ReadonlyMap<string, readonly Claim[]> {
  const claimed = new Map<string, Claim[]>();
  for (const entry of context.set.ofKind('networking.k8s.io', 'Ingress')) {
    const balancer = loadBalancerOf(entry, context);
    if (balancer === undefined) continue;
    for (const path of ingressPaths(entry)) {
      const at = `${balancer} ${matchKey(path)}`;
      const known = claimed.get(at);
      if (known === undefined) claimed.set(at, [{ entry, path }]);
      else known.push({ entry, path });
    }
  }
  return claimed;
}

/** Two of one identity are told of as such. */
function isOneObject(a: ObjectEntry, b: ObjectEntry): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}

function reportClaims(some: readonly Claim[], { report }: RuleContext): void {
  const [claim] = some.filter((each) => !isSameBackend(each)).concat(some);
  if (claim?.first === undefined) return;
  const { entry, path, first } = claim;
  const isSame = isSameBackend(claim);
  const more = some.length - 1;
  const isDefault = path.path === '';
  report({
    object: entry,
    path: path.pointer,
    ...(isSame && { severity: 'warning' }),
    title: `${objectTitle(entry)} claims ${showPath(path)}, which ${objectTitle(first.entry)} has claimed`,
    label: isDefault
      ? 'the default backend, without rules'
      : `${fieldName(path.pointer)} is \`${path.path}\``,
    others: [
      {
        entry: first.entry,
        path: first.path.pointer,
        label: isDefault ? 'another one' : 'the same host and path',
      },
    ],
    notes: [
      isSame
        ? 'both lead to the same Service; the annotations of one of them count for nothing'
        : 'one gets the requests, the other is passed over: with most controllers the older one wins',
      ...(isDefault
        ? []
        : [
            `the webhook of ingress-nginx refuses the second: host "${path.host}" and path "${path.path}" is already defined in ingress ${first.entry.namespace}/${first.entry.name}`,
          ]),
      ...(entry.namespace === first.entry.namespace
        ? []
        : ['they are in two namespaces: who may write Ingresses in the one takes requests of the other']),
      ...(more === 0
        ? []
        : [`${more} more path${more === 1 ? '' : 's'} of the two ${more === 1 ? 'is' : 'are'} the same`]),
    ],
    help: [
      isDefault
        ? 'leave the default backend to one of them, or give one another class'
        : 'leave the path to one of them, or give one another host, path or class',
      ...(isSame || isDefault ? [] : ['for a canary, say so by the annotations of the controller']),
    ],
  });
}

function isSameBackend({ entry, path, first }: Claim): boolean {
  return entry.namespace === first?.entry.namespace && haveSameBackend(path, first.path);
}
