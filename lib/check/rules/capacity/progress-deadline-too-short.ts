import { isJsonObject, listField, objectField } from '../../../model/json-object';
import { podTemplate } from '../../../model/pod-template';
import { defineRule } from '../../define-rule';
import { objectTitle } from '../../object-names';
import { deploymentExample } from './rollout/rollout-examples';

const PROBE =
  '          readinessProbe:\n            httpGet: { path: /ready, port: 8080 }\n            initialDelaySeconds: 90\n';

/** What the server writes where none is given. Upstream: `SetDefaults_Deployment`. */
const DEFAULT_DEADLINE = 600;

export default defineRule({
  code: 'K453',
  name: 'progress-deadline-too-short',
  group: 'capacity',
  severity: 'warning',
  kinds: ['apps/Deployment'],
  summary: 'A Deployment that calls every rollout failed, since no pod can be ready before its deadline',
  explanation: `When nothing moves for \`progressDeadlineSeconds\` (600 by default) a Deployment says that its rollout failed
(ProgressDeadlineExceeded); \`kubectl rollout status\` and pipelines that wait for it end with an error. A pod is not ready before the
\`initialDelaySeconds\` of its startup and readiness probes have passed, so the deadline has to be longer than these, with room for the
image to come.`,
  bad: deploymentExample('  progressDeadlineSeconds: 60\n', '', PROBE),
  good: deploymentExample('  progressDeadlineSeconds: 300\n', '', PROBE),
  check(entry, { report }) {
    const written = objectField(entry.object, 'spec')?.progressDeadlineSeconds;
    const deadline = typeof written === 'number' ? written : DEFAULT_DEADLINE;
    const template = podTemplate(entry.object);
    const containers = listField(template?.spec, 'containers');
    for (let index = 0; index < containers.length; index++) {
      const container = containers[index];
      if (!isJsonObject(container)) continue;
      for (const field of ['startupProbe', 'readinessProbe']) {
        const delay = objectField(container, field)?.initialDelaySeconds;
        if (typeof delay !== 'number' || delay < deadline) continue;
        report({
          object: entry,
          path: '/spec/progressDeadlineSeconds',
          title: `${objectTitle(entry)} calls every rollout failed after ${deadline} s, before a new pod can be ready`,
          label: `progressDeadlineSeconds is ${deadline}${typeof written === 'number' ? '' : ' by default'}`,
          others: [
            {
              entry,
              path: `${template?.specPointer ?? ''}/containers/${index}/${field}/initialDelaySeconds`,
              label: `${field} begins after ${delay} s`,
            },
          ],
          notes: [
            'the condition Progressing turns False with ProgressDeadlineExceeded, though the rollout goes on',
          ],
          help: [`write progressDeadlineSeconds: ${delay + DEFAULT_DEADLINE}, or begin the probe earlier`],
        });
        return;
      }
    }
  },
});
