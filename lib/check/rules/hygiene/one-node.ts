import { listField, objectField } from '../../../model/json-object';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { hygienePod } from './pods/hygiene-pods';
import { podExample } from './pods/pod-example';

export default defineRule({
  code: 'K621',
  name: 'one-node',
  group: 'hygiene',
  severity: 'warning',
  isOptIn: true,
  kinds: ['apps/Deployment', 'apps/StatefulSet'],
  summary: 'Several replicas that may all run on one node',
  explanation: `Nothing keeps these replicas from one node: neither a topology spread constraint nor an anti-affinity. The scheduler spreads by itself, but only as a
preference among others; when that node goes, all of them may.`,
  bad: podExample({ spec: ['replicas: 2'] }),
  good: podExample({
    spec: ['replicas: 2'],
    pod: [
      'topologySpreadConstraints:',
      '  - maxSkew: 1',
      '    topologyKey: kubernetes.io/hostname',
      '    whenUnsatisfiable: ScheduleAnyway',
      '    labelSelector: { matchLabels: { app: web } }',
    ],
  }),
  check(entry, context) {
    const pod = hygienePod(entry);
    if (pod === undefined || (pod.replicas ?? 1) < 2) return;
    const affinity = objectField(objectField(pod.spec, 'affinity'), 'podAntiAffinity');
    if (affinity !== undefined || listField(pod.spec, 'topologySpreadConstraints').length > 0) return;
    context.report({
      object: entry,
      path: pod.specPointer,
      title: `the ${pod.replicas ?? 1} replicas of ${objectTitle(entry)} may all run on one node`,
      label: 'neither topologySpreadConstraints nor podAntiAffinity',
      help: ['add a `topologySpreadConstraints` entry with the topologyKey kubernetes.io/hostname'],
    });
  },
});
