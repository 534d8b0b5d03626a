import { defineCommand } from '../command';
import type * as action from '../actions/diff';

export default defineCommand({
  summary: 'Show what the code renders differently from what is committed',
  description: [
    'Compares by object, not by line: what was added, removed, renamed or changed, field by field; which changes restart pods, and which `kubectl apply` refuses. Values of Secrets are never shown.',
    'Without an argument it compares with the output folder as the last commit has it; outside of a git repository, with the folder as it is.',
  ],
  positionals: [
    {
      name: 'base',
      summary:
        'What to compare with: a git ref (main, HEAD~1, v1.4.0), main... for where this branch left main, or a folder',
    },
  ],
  options: {
    format: {
      type: 'text',
      short: 'f',
      value: 'format',
      choices: ['text', 'markdown', 'json'],
      summary: 'How it is shown, text by default; markdown is for a comment on a pull request',
    },
    out: { type: 'text', short: 'o', value: 'dir', summary: 'The output folder, if not that of cdk8s.yaml' },
    'exit-code': { type: 'flag', summary: 'End with 1 if anything differs' },
  },
  examples: [
    { command: 'kubewright diff', says: 'What the next commit will change' },
    { command: 'kubewright diff origin/main... --format markdown', says: 'For a comment on a pull request' },
    { command: 'kubewright diff ../release/dist', says: 'Against a folder' },
  ],
  run: (context) => (module.require('../actions/diff') as typeof action).diff(context.options, context),
});
