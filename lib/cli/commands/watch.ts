import { defineCommand } from '../command';
import type * as action from '../actions/watch';

export default defineCommand({
  summary: 'Render on every save, and show what changed',
  description: [
    'Stays in memory: after the first run only the files that were saved are compiled, and only what differs is written. An error in the program is shown, and the next save tries again.',
    'What the checks find is shown once the files are written, and again when it has changed. A finding stops nothing here: `kubewright synth` is what holds an error back.',
  ],
  options: {
    out: { type: 'text', short: 'o', value: 'dir', summary: 'Write into this folder' },
    layout: { type: 'text', value: 'layout', summary: 'As of `kubewright synth`' },
    'no-check': { type: 'flag', summary: 'Skip the checks' },
  },
  examples: [{ command: 'kubewright watch', says: 'Until Ctrl+C' }],
  run: (context) => (module.require('../actions/watch') as typeof action).watch(context.options, context),
});
