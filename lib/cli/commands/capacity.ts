import { defineCommand } from '../command';
import type * as action from '../actions/capacity';

export default defineCommand({
  summary: 'Show what each namespace needs, and what its quotas leave',
  description: [
    'Adds up what the pods and objects of each namespace need, as the quota controller does: with the defaults of LimitRanges, init containers and sidecars, the overhead of RuntimeClasses, the claims of StatefulSets.',
    'Requested is what is there while nothing changes; at peak, everything rolls out at once and every Job runs; at HPA maximum, every autoscaler has its most replicas. Left is what the greatest of them leaves of the quota, below zero where it is over.',
    'With files, folders, globs or - (standard input) it reads that YAML; without, it runs the program. A DaemonSet is counted where the Nodes are given too: kubectl get nodes -o yaml.',
  ],
  positionals: [{ name: 'path', summary: 'Files, folders, globs, or - for standard input', many: true }],
  options: {
    format: {
      type: 'text',
      short: 'f',
      value: 'format',
      choices: ['text', 'json', 'markdown'],
      summary: 'How the table is printed; text by default',
    },
    target: {
      type: 'text',
      value: 'version',
      summary: 'The Kubernetes version that it is meant for, such as 1.34',
    },
  },
  examples: [
    { command: 'kubewright capacity', says: 'What the charts of the program need' },
    { command: 'kubewright capacity dist/ nodes.yaml', says: 'YAML that is there, on these nodes' },
    { command: 'kubewright capacity --format markdown > capacity.md', says: 'For a pull request' },
  ],
  run: (context) =>
    (module.require('../actions/capacity') as typeof action).capacity(context, context.options),
});
