import { defineRule } from '../../define-rule';
import { bindings } from '../../storage/bindings';
import { claimExample, volumeExample } from './storage/claim-examples';
import { claimGroups, holderInWords } from './storage/claims-in-words';

const NAMED = '  storageClassName: manual\n  volumeName: files\n';

export default defineRule({
  code: 'K434',
  name: 'volume-claimed-twice',
  group: 'capacity',
  severity: 'error',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  reads: ['PersistentVolume'],
  summary: 'A claim that names a PersistentVolume which is another claim’s',
  explanation: `A volume is bound to one claim. Of two claims that name the same volume one is bound, whichever the controller comes upon first,
and the other stays Pending for good. A volume whose \`claimRef\` names a claim is kept for that one.

To let several workloads use one volume, let them mount one claim; in several namespaces, write a volume for each that leads to the same
storage.`,
  bad: [
    {
      title: 'two claims name it',
      manifests: `${volumeExample()}${claimExample({ spec: NAMED })}${claimExample({ name: 'more', spec: NAMED })}`,
    },
    {
      title: 'it is kept for another',
      manifests: `${volumeExample({ spec: '  storageClassName: manual\n  claimRef: { namespace: shop, name: data }\n' })}${claimExample()}${claimExample({ name: 'more', spec: NAMED })}`,
    },
  ],
  good: `${volumeExample()}${volumeExample({ name: 'more' })}${claimExample({ spec: NAMED })}${claimExample({ name: 'more', spec: '  storageClassName: manual\n  volumeName: more\n' })}`,
  check(entry, context) {
    const lost = context.once(bindings).ofEntry(entry);
    for (const { first, subject, count } of claimGroups(lost.filter(({ fate }) => fate.is === 'taken'))) {
      const { claim, fate } = first;
      if (fate.is !== 'taken') continue;
      const { volume, by } = fate;
      const isKept = volume.claim !== undefined;
      context.report({
        object: entry,
        path: `${claim.pointer}/spec/volumeName`,
        title: `${subject} ${count === 1 ? 'names' : 'name'} the PersistentVolume \`${volume.name}\`, which is another claim's`,
        label: `volumeName is \`${volume.name}\``,
        others: [
          isKept
            ? { entry: volume.entry, path: '/spec/claimRef', label: `is kept for ${holderInWords(by)}` }
            : by.claim === undefined
              ? { entry: volume.entry, label: `is bound to ${holderInWords(by)}` }
              : {
                  entry: by.claim.entry,
                  path: `${by.claim.pointer}/spec/volumeName`,
                  label: `${holderInWords(by)} names it too`,
                },
        ],
        notes: [
          ...(isKept ? [] : ['which of them is bound is not told: the first that the controller comes upon']),
          `the other stays Pending (FailedBinding): "volume \\"${volume.name}\\" already bound to a different claim."`,
        ],
        help: [
          by.namespace === claim.namespace
            ? `let the pods mount the claim \`${by.name}\`, or write a volume of its own for this claim`
            : 'write a volume of its own for this claim; it may lead to the same storage',
        ],
      });
    }
  },
});
