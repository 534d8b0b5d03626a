import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { NearbyWords } from '../../nearby-words';
import { objectTitle } from '../../object-names';
import {
  levelLabel,
  POD_SECURITY_MODES,
  POD_SECURITY_PREFIX,
  versionLabel,
} from '../../pod-security/namespace-labels';

const LABELS: readonly string[] = POD_SECURITY_MODES.flatMap((mode) => [
  levelLabel(mode),
  versionLabel(mode),
]);
const NEARBY = new NearbyWords(LABELS.map((label) => label.slice(POD_SECURITY_PREFIX.length)));

export default defineRule({
  code: 'K521',
  name: 'pod-security-label-idle',
  group: 'pod-security',
  severity: 'warning',
  kinds: ['Namespace'],
  summary: 'A Pod Security label of a Namespace that does nothing',
  explanation: `Pod Security reads six labels: \`pod-security.kubernetes.io/enforce\`, \`audit\`, \`warn\`, and the same with \`-version\`
behind them. The API server accepts any other and reads none: a misspelled \`enforce\` protects nobody.

A version says of which release the level is meant. Where no label names the level it is the cluster's default, which is
\`privileged\` unless its Pod Security admission is configured (\`external.podSecurity\`), and that has no versions.`,
  bad: [
    { title: 'misspelled', manifests: manifests('enforced: baseline') },
    { title: 'a version of no level', manifests: manifests('enforce-version: v1.34') },
  ],
  good: [
    { title: 'misspelled', manifests: manifests('enforce: baseline') },
    { title: 'a version of no level', manifests: manifests('enforce-version: v1.34', 'enforce: baseline') },
  ],
  check(entry, { external, report }) {
    for (const label of Object.keys(entry.labels)) {
      if (!label.startsWith(POD_SECURITY_PREFIX)) continue;
      const place = {
        object: entry,
        path: jsonPointer('/metadata/labels', label),
        label: `label ${label} is ${JSON.stringify(entry.labels[label])}`,
      };
      if (!LABELS.includes(label)) {
        const nearest = NEARBY.suggest(label.slice(POD_SECURITY_PREFIX.length), 1).map(
          (word) => `write \`${POD_SECURITY_PREFIX}${word}\``,
        );
        report({
          ...place,
          title: `${objectTitle(entry)} has the label \`${label}\`, which Pod Security does not read`,
          notes: ['the API server accepts it and does nothing of it'],
          help:
            nearest.length > 0 ? nearest : [`write one of ${LABELS.map((each) => `\`${each}\``).join(', ')}`],
        });
        continue;
      }
      const mode = POD_SECURITY_MODES.find((each) => versionLabel(each) === label);
      if (mode === undefined || Object.hasOwn(entry.labels, levelLabel(mode))) continue;
      // An enforced level is warned of as well, and then by the version for warnings.
      if (mode === 'warn' && Object.hasOwn(entry.labels, levelLabel('enforce'))) continue;
      if (external.podSecurity.defaults[mode].level !== 'privileged') continue;
      report({
        ...place,
        title: `${objectTitle(entry)} names a version of Pod Security, and no level for \`${mode}\``,
        notes: ['without a level it is `privileged`, which takes every pod in every version'],
        help: [`add the label \`${levelLabel(mode)}: baseline\`, or drop this one`],
      });
    }
  },
});

function manifests(...labels: readonly string[]): string {
  return [
    'apiVersion: v1',
    'kind: Namespace',
    'metadata:',
    '  name: shop',
    '  labels:',
    ...labels.map((label) => `    pod-security.kubernetes.io/${label}`),
    '',
  ].join('\n');
}
