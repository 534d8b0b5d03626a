import { defineCommand } from '../command';
import type * as action from '../actions/rollout';

export default defineCommand({
  summary: 'Show the steps in which a workload is rolled out',
  description: [
    'Takes a new version of a Deployment, StatefulSet or DaemonSet through its rollout as the controllers do: how many old and new pods there are at each step, how many are available, and the most at a time. maxSurge and maxUnavailable are rounded as the controllers round them.',
    'Of two Deployments whose pods differ in a label such as track, color or version it shows the switch (blue/green) if a Service asks for that label, and the canary if a Service sends to both.',
    'With files, folders, globs or - (standard input) it reads that YAML; without, it runs the program. Pods are taken to come up, all that are starting at once.',
  ],
  positionals: [
    {
      name: 'workload',
      summary: 'Its name, with its namespace or kind if that is needed: web, shop/web, deployment/web',
      required: true,
    },
    { name: 'path', summary: 'Files, folders, globs, or - for standard input', many: true },
  ],
  options: {
    format: {
      type: 'text',
      short: 'f',
      value: 'format',
      choices: ['text', 'json', 'markdown'],
      summary: 'How the steps are printed; text by default',
    },
    svg: { type: 'text', value: 'file', summary: 'Draw the steps into this file too' },
    nodes: {
      type: 'text',
      value: 'count',
      summary: 'Nodes that a DaemonSet runs on, where they are not in the YAML; 3 by default',
    },
    target: {
      type: 'text',
      value: 'version',
      summary: 'The Kubernetes version that it is meant for, such as 1.34',
    },
  },
  examples: [
    { command: 'kubewright rollout shop/web', says: 'What the program renders' },
    { command: 'kubewright rollout web dist/ --svg web.svg', says: 'YAML that is there, with a drawing' },
    { command: 'kubewright rollout agent agent.yaml --nodes 20', says: 'A DaemonSet over 20 nodes' },
  ],
  run: (context) => (module.require('../actions/rollout') as typeof action).rollout(context, context.options),
});
