import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { bindings } from '../../storage/bindings';
import { claimExample, volumeExample } from './storage/claim-examples';

const NAMED = '  storageClassName: manual\n  volumeName: files\n';
const KEPT = '  storageClassName: manual\n  claimRef: { namespace: shop, name: data }\n';

export default defineRule({
  code: 'K435',
  name: 'volume-may-be-taken',
  group: 'capacity',
  severity: 'warning',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  reads: ['PersistentVolume'],
  summary: 'A claim that any volume will do for, and that may take the one which another claim names',
  explanation: `A claim with \`volumeName\` has no right to its volume before it is bound: until then the volume is free for every claim that
it suits. When all are applied at once it is chance which of the claims is looked at first. If it is the other one, the claim that names
the volume stays Pending.

Let the volume name its claim too, by \`claimRef\` with the claim's namespace and name: then no other claim is given it.`,
  bad: `${volumeExample()}${volumeExample({ name: 'more', size: '20Gi' })}${claimExample({ spec: NAMED })}${claimExample({ name: 'any' })}`,
  good: `${volumeExample({ spec: KEPT })}${volumeExample({ name: 'more', size: '20Gi' })}${claimExample({ spec: NAMED })}${claimExample({ name: 'any' })}`,
  check(entry, context) {
    const all = context.once(bindings);
    const { index } = all;
    const isReported = new Set<string>();
    for (const { claim, className = '', fate } of all.ofEntry(entry)) {
      // One that is left without a volume is told of as that.
      if (claim.volumeName !== undefined || fate.is === 'without' || isReported.has(claim.pointer)) continue;
      if (index.keptFor(claim).length > 0) continue;
      const best = index.findTaken(claim, className);
      const other = best === undefined ? undefined : all.holderOf(best)?.claim;
      if (best === undefined || other?.volumeName !== best.name) continue;
      isReported.add(claim.pointer);
      context.report({
        object: entry,
        path: `${claim.pointer}/spec`,
        title: `${objectTitle(entry)} may take the PersistentVolume \`${best.name}\`, which the claim \`${other.name}\` names`,
        label: 'names no volume: the smallest that suits is taken',
        others: [
          { entry: best.entry, path: '/spec', label: 'suits both, and has no claimRef' },
          {
            entry: other.entry,
            path: `${other.pointer}/spec/volumeName`,
            label: `volumeName is \`${best.name}\``,
          },
        ],
        notes: ['which of the claims is looked at first is chance; the other then stays Pending'],
        help: [
          `write claimRef: { namespace: ${other.namespace}, name: ${other.name} } in the volume, which keeps it for that claim`,
        ],
      });
    }
  },
});
