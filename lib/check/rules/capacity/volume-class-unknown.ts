import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { type CheckContext } from '../../rule-context';
import { bindings } from '../../storage/bindings';
import { knowsClasses, STORAGE_GROUP } from '../../storage/storage-classes';
import { classPointer } from '../../storage/storage-facts';
import { readVolume } from '../../storage/storage-volume';
import { declarationHelp } from '../references/lookup/missing-reference';
import { namesOf } from '../references/lookup/names-of-kind';
import { classExample, volumeExample } from './storage/claim-examples';

const CODE = 'K436';
const KIND = 'StorageClass';

export default defineRule({
  code: CODE,
  name: 'volume-class-unknown',
  group: 'capacity',
  severity: 'warning',
  kinds: ['PersistentVolume'],
  reads: ['PersistentVolumeClaim', 'apps/StatefulSet', 'storage.k8s.io/StorageClass'],
  summary: 'A PersistentVolume of a class that neither a StorageClass nor a claim has',
  explanation: `A volume is bound to claims of its own class only. The class need not exist, but some claim has to name it: a volume whose class
is named by no claim of the set, and is none of its StorageClasses, stays Available and is of no use. This is looked at only where the
set, or \`external\` in the configuration, has classes.`,
  bad: `${classExample('empty-dir', 'kubernetes.io/no-provisioner')}${volumeExample({ spec: '  storageClassName: host-dir\n' })}`,
  good: [
    `${classExample('host-dir', 'kubernetes.io/no-provisioner')}${volumeExample({ spec: '  storageClassName: host-dir\n' })}`,
    { title: 'no class in the set', manifests: volumeExample() },
  ],
  check(entry, context) {
    if (!context.once(knowsClasses)) return;
    const { storageClass, claim } = readVolume(entry);
    if (storageClass === '' || claim !== undefined || context.once(askedClasses).has(storageClass)) return;
    const target = { group: STORAGE_GROUP, kind: KIND, namespace: '', name: storageClass };
    if (context.set.find(STORAGE_GROUP, KIND, '', storageClass) !== undefined) return;
    if (context.external.has(STORAGE_GROUP, KIND, '', storageClass)) return;
    const near = namesOf(context, STORAGE_GROUP, KIND).like('', storageClass);
    const classes = context.set.ofKind(STORAGE_GROUP, KIND);
    context.report({
      object: entry,
      path: classPointer(entry.object),
      title: `${objectTitle(entry)} is of the class \`${storageClass}\`, which no StorageClass and no claim has`,
      label: `class is \`${storageClass}\``,
      others: (near.length > 0 ? classes.filter(({ name }) => near.includes(name)) : classes)
        .slice(0, 3)
        .map((each) => ({ entry: each, path: '/metadata/name', label: `StorageClass \`${each.name}\`` })),
      notes: ['only claims of its class bind to it: it stays Available'],
      help: [...near.map((each) => `did you mean \`${each}\`?`), declarationHelp(CODE, entry, target)],
    });
  },
});

function askedClasses({ once }: CheckContext): ReadonlySet<string> {
  return new Set(once(bindings).all.flatMap(({ className }) => className ?? []));
}
