import { defineCommand } from '../command';
import type * as action from '../actions/synth';

export default defineCommand({
  summary: 'Render the charts to YAML',
  description: [
    'Runs the program and writes what it renders into the output folder (dist, or what cdk8s.yaml says): only files that differ, each at once, and removes those that it wrote before and renders no more. What other tools and people put there stays.',
    'With --check it writes nothing, shows how the folder differs and ends with 1: for CI, where the rendered YAML is committed.',
  ],
  options: {
    out: { type: 'text', short: 'o', value: 'dir', summary: 'Write into this folder' },
    layout: {
      type: 'text',
      value: 'layout',
      summary:
        "file-per-chart (default), file-per-object, folder-per-chart, single-file, or a template such as '{namespace}/{kind}-{name}.yaml'",
    },
    stdout: { type: 'flag', summary: 'Print one stream, for | kubectl apply -f -' },
    only: {
      type: 'list',
      value: 'chart',
      summary: 'Only the files of this chart, and of the charts in it; may be given again',
    },
    shard: { type: 'text', value: 'i/n', summary: 'Only the i-th of n parts of the files' },
    check: { type: 'flag', summary: 'Write nothing; end with 1 if the folder is out of date' },
    adopt: { type: 'flag', summary: 'Replace files in the way that something else wrote' },
    kustomization: { type: 'flag', summary: 'Add a file `Kustomization` that lists all others' },
    'no-check': { type: 'flag', summary: 'Write even if the checks find an error' },
    typecheck: { type: 'flag', summary: 'Check the types of the program too, beside it' },
  },
  examples: [
    { command: 'kubewright synth', says: 'Render into dist/' },
    { command: 'kubewright synth --stdout | kubectl apply -f -', says: 'Apply without files' },
    { command: 'kubewright synth --check', says: 'Fail if dist/ is not what the code renders' },
    { command: 'kubewright synth --only web --out preview', says: 'One chart, somewhere else' },
  ],
  run: (context) => (module.require('../actions/synth') as typeof action).synth(context.options, context),
});
