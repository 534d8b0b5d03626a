import { type Severity } from '../../../diagnostics/diagnostic';
import { objectField, textField } from '../../../model/json-object';
import { findKind } from '../../../model/kinds';
import { type ObjectEntry } from '../../../model/object-entry';
import { defineRule } from '../../define-rule';
import { isHook } from '../../is-hook';
import { objectTitle } from '../../object-names';

export default defineRule({
  code: 'K709',
  name: 'name-left-open',
  group: 'rendering',
  severity: 'error',
  kinds: ['*'],
  summary: 'An object with `generateName` in place of a name, which `kubectl apply` refuses',
  explanation: `The API server makes a name of \`generateName\` when an object is created. \`kubectl apply\` has to know the name before, to find out whether the
object is there, and refuses: "cannot use generate name with apply". The other objects are applied all the same, and the command fails.

\`kubectl create\` takes it, and makes another object each time. So it is a warning for Pods and Jobs, which people do create, and an info for custom
resources, since those that have a \`generateName\` are mostly runs that are meant to be created: a Workflow, a PipelineRun. It is an error for what
is there to stay, of which each \`create\` would leave one more behind, and for all that charts render, since that is there to be applied. Hooks of
Helm and Argo CD are created by these, and not looked at.

Files that are meant for \`kubectl create\` are left out by \`paths\` of kubewright.config.ts:
\`paths: [{ files: ['jobs/**'], severities: { K709: 'off' } }]\`.`,
  bad: [
    { title: 'a Job', manifests: job('generateName: migrate-') },
    { title: 'what is there to stay', manifests: configMap('generateName: colours-') },
  ],
  good: [
    { title: 'a Job', manifests: job('name: migrate-1') },
    { title: 'what is there to stay', manifests: configMap('name: colours') },
  ],
  check(entry, { report }) {
    if (entry.name !== '') return;
    const metadata = objectField(entry.object, 'metadata');
    const prefix = textField(metadata, 'generateName') ?? '';
    if (prefix === '' || (metadata?.name ?? '') !== '' || isHook(entry)) return;
    const base = prefix.replace(/[-.]+$/, '') || 'example';
    const name = `${base}${entry.kind === 'Job' ? '-1' : ''}`;
    report({
      object: entry,
      severity: severityOf(entry),
      path: '/metadata/generateName',
      title: `${objectTitle(entry)} has no name but a generateName, and \`kubectl apply\` refuses it`,
      label: `generateName is \`${prefix}\``,
      notes: [
        `kubectl apply fails, having applied the other objects: "from ${prefix}: cannot use generate name with apply"`,
        '`kubectl create` takes it, and makes another object each time',
      ],
      help: [
        entry.kind === 'Job'
          ? `write name: ${name}, and another name with each change, as the template of a Job cannot be changed`
          : `write name: ${name}`,
        'if the file is meant for `kubectl create`: switch K709 off for it by `paths` in kubewright.config.ts',
      ],
    });
  },
});

function severityOf({ chart, group, kind }: ObjectEntry): Severity {
  if (chart !== undefined) return 'error';
  if (findKind(group, kind) === undefined) return 'info';
  return (group === '' && kind === 'Pod') || (group === 'batch' && kind === 'Job') ? 'warning' : 'error';
}

function configMap(name: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  ${name}
  namespace: shop
data:
  colour: red
`;
}

function job(name: string): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  ${name}
  namespace: shop
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: example.com/migrate:1.0.0
`;
}
