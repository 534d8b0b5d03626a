import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K623',
  name: 'default-namespace',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A workload in the namespace `default`',
  explanation: `What lies in \`default\` is there mostly because nobody said where it belongs: without quota, policies and roles of its own, beside whatever else was
forgotten.`,
  bad: podExample({ namespace: '' }),
  good: podExample(),
  check(entry, context) {
    if (entry.namespace !== 'default') return;
    context.report({
      object: entry,
      path: '/metadata/namespace',
      title: `${objectTitle(entry)} is in the namespace \`default\``,
      label: 'metadata.namespace is default, or not set',
      help: ['give it a namespace of its own'],
    });
  },
});
