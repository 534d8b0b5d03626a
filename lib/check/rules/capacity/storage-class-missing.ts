import { CLAIM_KINDS, claimsOf } from '../../capacity/claims';
import { defineRule } from '../../define-rule';
import { bindings } from '../../storage/bindings';
import { knowsClasses, STORAGE_GROUP } from '../../storage/storage-classes';
import { reportMissing } from '../references/lookup/missing-reference';
import { namesOf } from '../references/lookup/names-of-kind';
import { claimExample, classExample } from './storage/claim-examples';

const CODE = 'K430';
const KIND = 'StorageClass';

export default defineRule({
  code: CODE,
  name: 'storage-class-missing',
  group: 'capacity',
  severity: 'warning',
  kinds: CLAIM_KINDS,
  reads: ['storage.k8s.io/StorageClass', 'PersistentVolume'],
  summary: 'A claim of a StorageClass that is not among those of the set',
  explanation: `A claim of a class that does not exist is accepted, and nothing makes a volume for it: it stays Pending, and so do
the pods that mount it. Classes come with a cluster or with their drivers, mostly from outside of a set, so this is looked at only where
the set, or \`external\` in the configuration, has classes. A name that is like another of them is an error.

A class need not exist where volumes of the set name it: claims are bound to them by the name alone.`,
  bad: `${claimExample({ spec: '  storageClassName: fsat\n' })}${classExample('fast', 'ebs.csi.aws.com')}`,
  good: [
    `${claimExample({ spec: '  storageClassName: fast\n' })}${classExample('fast', 'ebs.csi.aws.com')}`,
    {
      title: 'declared to be there',
      manifests: `${claimExample({ spec: '  storageClassName: premium-rwo\n' })}${classExample('fast', 'ebs.csi.aws.com')}`,
      external: { objects: [{ kind: 'storage.k8s.io/StorageClass', name: 'premium-*' }] },
    },
    { title: 'no class in the set', manifests: claimExample({ spec: '  storageClassName: gp3\n' }) },
  ],
  check(entry, context) {
    if (!context.once(knowsClasses)) return;
    for (const { pointer, storageClass, per } of claimsOf(entry)) {
      if (storageClass === undefined || storageClass === '') continue;
      if (context.once(bindings).index.classes.includes(storageClass)) continue;
      const isLike = namesOf(context, STORAGE_GROUP, KIND).like('', storageClass).length > 0;
      reportMissing(
        {
          code: CODE,
          from: entry,
          path: `${pointer}/spec/storageClassName`,
          verb: 'asks for',
          target: { group: STORAGE_GROUP, kind: KIND, namespace: '', name: storageClass },
          consequences: [
            `the claim stays Pending (ProvisioningFailed): "storageclass.storage.k8s.io \\"${storageClass}\\" not found"`,
            ...(per === 'object'
              ? []
              : ['its pods stay Pending: "pod has unbound immediate PersistentVolumeClaims"']),
          ],
          severity: isLike ? 'error' : 'warning',
        },
        context,
      );
    }
  },
});
