import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { WORKLOAD_KINDS } from '../workload-kinds';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K629',
  name: 'no-owner',
  group: 'hygiene',
  severity: 'info',
  isOptIn: true,
  kinds: WORKLOAD_KINDS,
  summary: 'A workload without the recommended labels',
  explanation: `\`app.kubernetes.io/name\` and its like say to people and to tools what belongs together, and an owner says whom to call.`,
  bad: podExample(),
  good: podExample().replace(
    '  name: web\n',
    '  name: web\n  labels: { app.kubernetes.io/name: web, app.kubernetes.io/part-of: shop }\n',
  ),
  check(entry, context) {
    const missing = ['app.kubernetes.io/name', 'app.kubernetes.io/part-of'].filter(
      (key) => !Object.hasOwn(entry.labels, key),
    );
    if (missing.length === 0) return;
    context.report({
      object: entry,
      path: '/metadata/labels',
      title: `${objectTitle(entry)} lacks ${missing.map((key) => `\`${key}\``).join(' and ')}`,
      label: 'metadata.labels',
      help: ['add the labels'],
    });
  },
});
