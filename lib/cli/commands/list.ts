import { defineCommand } from '../command';
import type * as action from '../actions/list-charts';

export default defineCommand({
  summary: 'List the charts of the program',
  description: [
    'Runs the program and prints the path of each chart, its namespace and the number of its objects. The names are those that other commands take with --only.',
  ],
  options: {
    json: { type: 'flag', summary: 'Print JSON' },
  },
  examples: [
    { command: 'kubewright list', says: 'Which charts there are' },
    { command: 'kubewright list --json', says: 'The same for a script' },
  ],
  run: (context) =>
    (module.require('../actions/list-charts') as typeof action).listCharts(context.options.json, context),
});
