import { defineRule } from '../../define-rule';
import { bindings } from '../../storage/bindings';
import { reportMissing } from '../references/lookup/missing-reference';
import { namesOf } from '../references/lookup/names-of-kind';
import { claimExample, volumeExample } from './storage/claim-examples';

const CODE = 'K432';
const KIND = 'PersistentVolume';

export default defineRule({
  code: CODE,
  name: 'claim-volume-missing',
  group: 'capacity',
  severity: 'warning',
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  reads: ['PersistentVolume'],
  summary: 'A claim that names a PersistentVolume which is not in the set',
  explanation: `A claim with \`volumeName\` binds to that volume alone; no other is looked for, and no provisioner is asked. Until there is
one of that name it stays Pending, without an event. One that is like the name of a volume of the set is an error. Where the volume is made
elsewhere, declare it in \`external\`.`,
  bad: `${volumeExample({ name: 'files-2' })}${claimExample({ spec: '  storageClassName: manual\n  volumeName: files-1\n' })}`,
  good: [
    `${volumeExample({ name: 'files-2' })}${claimExample({ spec: '  storageClassName: manual\n  volumeName: files-2\n' })}`,
    {
      title: 'declared to be there',
      manifests: claimExample({ spec: '  storageClassName: manual\n  volumeName: files-1\n' }),
      external: { objects: [{ kind: 'PersistentVolume', name: 'files-*' }] },
    },
  ],
  check(entry, context) {
    const isReported = new Set<string>();
    for (const { claim, fate } of context.once(bindings).ofEntry(entry)) {
      if (fate.is !== 'volume missing' || isReported.has(claim.pointer)) continue;
      isReported.add(claim.pointer);
      const isLike = namesOf(context, '', KIND).like('', fate.volumeName).length > 0;
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: `${claim.pointer}/spec/volumeName`,
          verb: 'asks for',
          target: { group: '', kind: KIND, namespace: '', name: fate.volumeName },
          consequences: ['it stays Pending, without an event, until there is such a volume'],
          severity: isLike ? 'error' : 'warning',
        },
        context,
      );
    }
  },
});
