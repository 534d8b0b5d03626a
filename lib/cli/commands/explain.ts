import { defineCommand } from '../command';
import type * as action from '../actions/explain';

export default defineCommand({
  summary: 'Explain a rule of the check, or list all of them',
  description: [
    'Prints what the rule finds, why that is wrong and how it is mended, with manifests in which it finds something and manifests in which it does not.',
  ],
  positionals: [{ name: 'code', summary: 'Code or name of a rule, as findings show it' }],
  options: {},
  examples: [
    { command: 'kubewright explain', says: 'Which rules there are' },
    { command: 'kubewright explain K301', says: 'What K301 is about' },
  ],
  run: (context) => (module.require('../actions/explain') as typeof action).explain(context),
});
