import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { readVolume } from '../../storage/storage-volume';
import { reportMissing } from '../references/lookup/missing-reference';
import { namesOf } from '../references/lookup/names-of-kind';
import { claimExample, volumeExample } from './storage/claim-examples';

const CODE = 'K437';
const KIND = 'PersistentVolumeClaim';

export default defineRule({
  code: CODE,
  name: 'volume-claim-missing',
  group: 'capacity',
  severity: 'warning',
  kinds: ['PersistentVolume'],
  reads: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  summary: 'A PersistentVolume that is kept for a claim which is not there',
  explanation: `A volume with a \`claimRef\` is bound to that claim, by namespace and name, and to no other. Until there is such a claim
it stays Available and is of no use. A name that is like that of a claim of the same namespace is an error, and so is a \`claimRef\`
without a namespace: no claim is it.`,
  bad: [
    `${volumeExample({ spec: '  storageClassName: manual\n  claimRef: { namespace: shop, name: date }\n' })}${volumeExample({ name: 'free' })}${claimExample()}`,
    {
      title: 'no namespace',
      manifests: `${volumeExample({ spec: '  storageClassName: manual\n  claimRef: { name: data }\n' })}${volumeExample({ name: 'free' })}${claimExample()}`,
    },
  ],
  good: `${volumeExample({ spec: '  storageClassName: manual\n  claimRef: { namespace: shop, name: data }\n' })}${claimExample()}`,
  check(entry, context) {
    const { claim } = readVolume(entry);
    if (claim === undefined) return;
    const { namespace, name } = claim;
    if (namespace === '' || name === '') {
      const lacks = namespace === '' ? 'namespace' : 'name';
      context.report({
        object: entry,
        severity: 'error',
        path: `/spec/claimRef/${lacks}`,
        title: `${objectTitle(entry)} is kept for a claim without a ${lacks}, which none is`,
        label: `claimRef has no ${lacks}`,
        notes: ['a claim is it only by namespace and name; the volume is given to no other'],
        help: [`write the ${lacks} of the claim`],
      });
      return;
    }
    const isLike = namesOf(context, '', KIND).like(namespace, name).length > 0;
    reportMissing(
      {
        code: CODE,
        from: entry,
        path: '/spec/claimRef/name',
        verb: 'is kept for',
        target: { group: '', kind: KIND, namespace, name },
        consequences: ['it is given to no other claim, and stays Available'],
        ownNamespaceOnly: 'the volume is kept for that of the named namespace only',
        severity: isLike ? 'error' : 'warning',
      },
      context,
    );
  },
});
