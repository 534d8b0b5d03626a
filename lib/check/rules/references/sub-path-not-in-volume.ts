import { defineRule } from '../../define-rule';
import { fieldName } from '../../field-name';
import { nearbyWordsOf } from '../../nearby-words-of';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { configExample } from './pods/config-example';
import { keysInWords } from './pods/keys-in-words';
import { subPathMounts } from './pods/sub-path-mounts';

export default defineRule({
  code: 'K338',
  name: 'sub-path-not-in-volume',
  group: 'references',
  severity: 'error',
  kinds: WORKLOAD_KINDS,
  reads: ['ConfigMap', 'Secret'],
  summary: 'A `subPath` that is no file of its ConfigMap or Secret',
  explanation: `A volume of a ConfigMap or Secret has a file for each key, or for each of \`items\` under its \`path\`. A \`subPath\` that is none
of them is no error: the kubelet makes an empty directory of that name and mounts it where the file should be. The program then finds a
directory in place of its file, or no setting at all.

Volumes that are optional, and those whose files nobody knows, are not looked at.`,
  bad: [
    {
      title: 'of a ConfigMap',
      manifests: configExample({ kind: 'ConfigMap', by: 'subPath', key: 'log-level' }),
    },
    { title: 'of a Secret', manifests: configExample({ kind: 'Secret', by: 'subPath', key: 'LOGLEVEL' }) },
  ],
  good: [
    { title: 'of a ConfigMap', manifests: configExample({ kind: 'ConfigMap', by: 'subPath' }) },
    { title: 'of a Secret', manifests: configExample({ kind: 'Secret', by: 'subPath' }) },
  ],
  check(entry, context) {
    for (const { path, subPath, volume, files, source } of subPathMounts(entry, context)) {
      // A directory of files of `items` is one too.
      if (files.paths.has(subPath) || files.folders.has(subPath)) continue;
      const near = nearbyWordsOf(files.paths).suggest(subPath);
      context.report({
        object: entry,
        path,
        title: `${objectTitle(entry)} mounts \`${subPath}\` of the volume \`${volume}\`, which has no such file`,
        label: `${fieldName(path)} is \`${subPath}\``,
        others: [
          {
            entry: source,
            path: '/data',
            label: `files: ${keysInWords(near, files.paths)}`,
          },
        ],
        notes: ['the kubelet makes an empty directory of that name, and mounts it in place of the file'],
        help:
          near.length > 0
            ? near.map((file) => `did you mean \`${file}\`?`)
            : [`name one of the files, or add \`${subPath}\` to ${objectTitle(source)}`],
      });
    }
  },
});
