import { type Quantity } from '../../../model/quantity';
import { type ResourceList } from '../../capacity/resource-list';
import { containerDefaults } from '../../capacity/limit-range/limit-range-items';
import { type LimitRangeEntry, namespaceLimits } from '../../capacity/limit-range/namespace-limits';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';

export default defineRule({
  code: 'K415',
  name: 'limit-range-defaults-differ',
  group: 'capacity',
  severity: 'warning',
  kinds: ['LimitRange'],
  reads: [],
  summary: 'LimitRanges of one namespace that give containers different defaults',
  explanation: `Admission fills in what a container leaves out from every LimitRange of the namespace, and what one has filled in
the next leaves alone. It takes them in no particular order: of two that have a default for the same resource, now this
one counts and now that one, also from one pod of a Deployment to the next.

Where a LimitRange of type \`Container\` writes no \`default\`, its \`max\` is the default limit; where it writes no
\`defaultRequest\`, its default limit is, or else its \`min\`.`,
  bad: manifests('500m'),
  good: manifests('1'),
  checkSet(context) {
    for (const limitRanges of context.once(namespaceLimits).values()) {
      const first = new Map<string, Default>();
      for (const limitRange of limitRanges) {
        const clashes: (readonly [Default, Default])[] = [];
        for (const own of defaultsOf(limitRange)) {
          const known = first.get(own.what);
          if (known === undefined) first.set(own.what, own);
          else if (!known.amount.equals(own.amount)) clashes.push([own, known]);
        }
        const [clash] = clashes;
        if (clash === undefined) continue;
        const other = clash[1].limitRange;
        const between = clashes.filter(([, { limitRange: its }]) => its === other);
        context.report({
          object: limitRange.entry,
          path: '/spec/limits',
          title: `${objectTitle(limitRange.entry)} and \`${other.entry.name}\` give containers different defaults`,
          label: between.map(([own]) => inWords(own)).join('\n'),
          others: [
            {
              entry: other.entry,
              path: '/spec/limits',
              label: between.map(([, its]) => inWords(its)).join('\n'),
            },
          ],
          notes: [
            'admission takes the LimitRanges of a namespace in no particular order, and the first default counts',
          ],
          help: [
            `write the same amount in both, or leave the default of ${between.map(([{ what }]) => what).join(', ')} to one of them`,
          ],
        });
      }
    }
  },
});

interface Default {
  /** `cpu limit`, `memory request`. */
  readonly what: string;
  readonly amount: Quantity;
  readonly limitRange: LimitRangeEntry;
}

function defaultsOf(limitRange: LimitRangeEntry): readonly Default[] {
  const { limits, requests } = containerDefaults(limitRange.items);
  const of = (list: ResourceList, side: string): readonly Default[] =>
    [...list].map(([resource, amount]) => ({ what: `${resource} ${side}`, amount, limitRange }));
  return [...of(limits, 'limit'), ...of(requests, 'request')];
}

function inWords({ what, amount }: Default): string {
  return `default ${what} ${amount.toString()}`;
}

function manifests(limit: string): string {
  return `apiVersion: v1
kind: LimitRange
metadata:
  name: all-teams
  namespace: team-a
spec:
  limits:
    - type: Container
      default:
        cpu: 1
---
apiVersion: v1
kind: LimitRange
metadata:
  name: this-team
  namespace: team-a
spec:
  limits:
    - type: Container
      default:
        cpu: ${limit}
`;
}
