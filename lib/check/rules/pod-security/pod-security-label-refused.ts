import { suggest } from '../../../diagnostics/suggest';
import { jsonPointer } from '../../../model/json-pointer';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { POD_SECURITY_LEVELS } from '../../pod-security/level';
import { readLabels } from '../../pod-security/read-labels';

export default defineRule({
  code: 'K520',
  name: 'pod-security-label-refused',
  group: 'pod-security',
  severity: 'error',
  kinds: ['Namespace'],
  summary: 'A Namespace with a Pod Security label that the API server refuses',
  explanation: `The labels \`pod-security.kubernetes.io/enforce\`, \`audit\` and \`warn\` name a level: \`privileged\`, \`baseline\` or
\`restricted\`. With \`-version\` behind them they name the version of the policy: \`latest\`, or one as \`v1.34\`.

The API server refuses a Namespace with another value. One that has it already, from before the admission plugin was
there, enforces \`restricted\` at \`latest\`, and warns and logs nothing.`,
  bad: [
    { title: 'a level', manifests: manifests('enforce: base-line') },
    { title: 'a version', manifests: manifests('enforce-version: "1.34"', 'enforce: baseline') },
  ],
  good: [
    { title: 'a level', manifests: manifests('enforce: baseline') },
    { title: 'a version', manifests: manifests('enforce-version: v1.34', 'enforce: baseline') },
  ],
  check(entry, { external, report }) {
    const { errors } = readLabels(entry.labels, external.podSecurity.defaults);
    for (const { label, value, message } of errors) {
      report({
        object: entry,
        path: jsonPointer('/metadata/labels', label),
        title: `${objectTitle(entry)} has a Pod Security ${label.endsWith('-version') ? 'version' : 'level'} that there is not: \`${value}\``,
        label: `label ${label} is ${JSON.stringify(value)}`,
        notes: [`the API server refuses it: "${message}"`],
        help: [label.endsWith('-version') ? versionHelp(label, value) : levelHelp(label, value)],
      });
    }
  },
});

function levelHelp(label: string, value: string): string {
  const [nearest] = suggest(value, POD_SECURITY_LEVELS, 1);
  return nearest === undefined
    ? `write one of ${POD_SECURITY_LEVELS.map((level) => `\`${level}\``).join(', ')}`
    : `write \`${label}: ${nearest}\``;
}

function versionHelp(label: string, value: string): string {
  const minor = /^v?1\.(\d+)/.exec(value)?.[1];
  return minor === undefined
    ? `write \`${label}: latest\`, or a version such as \`v1.34\``
    : `write \`${label}: v1.${Number(minor)}\``;
}

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
