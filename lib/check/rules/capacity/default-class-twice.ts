import { defineRule } from '../../define-rule';
import { defaultClass, isDefaultClass, STORAGE_GROUP } from '../../storage/storage-classes';
import { classExample } from './storage/claim-examples';

const MARK = '  annotations:\n    storageclass.kubernetes.io/is-default-class: "true"\n';

export default defineRule({
  code: 'K442',
  name: 'default-class-twice',
  group: 'capacity',
  severity: 'warning',
  kinds: ['storage.k8s.io/StorageClass'],
  summary: 'Several StorageClasses that are each marked as the default one',
  explanation: `A claim that names no class gets the default one. Of several classes that are marked the newest counts, and of those made in the same
second the first by name: it hangs on when each was applied.`,
  bad: `${classExample('fast', 'ebs.csi.aws.com', MARK)}${classExample('slow', 'ebs.csi.aws.com', MARK)}`,
  good: `${classExample('fast', 'ebs.csi.aws.com', MARK)}${classExample('slow', 'ebs.csi.aws.com')}`,
  checkSet(context) {
    const marked = context.set.ofKind(STORAGE_GROUP, 'StorageClass').filter(isDefaultClass);
    const [first, ...others] = marked;
    if (first === undefined || others.length === 0) return;
    const wins = context.once(defaultClass);
    context.report({
      object: first,
      path: '/metadata/annotations',
      title: `${marked.length} StorageClasses are marked as the default: ${marked.map(({ name }) => `\`${name}\``).join(', ')}`,
      label: 'is marked as the default',
      others: others.slice(0, 3).map((entry) => ({
        entry,
        path: '/metadata/annotations',
        label: 'is marked too',
      })),
      notes: [
        `the newest counts; of those made in the same second the first by name, which is \`${wins?.name ?? ''}\``,
      ],
      help: ['mark one of them only'],
    });
  },
});
