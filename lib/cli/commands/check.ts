import { defineCommand } from '../command';
import { REPORT_FORMATS } from '../report/report-formats';
import type * as action from '../actions/check';

export default defineCommand({
  summary: 'Check manifests, or the charts of the program',
  description: [
    'Checks all objects together: what the API server would refuse, and what it would accept though it cannot work. Ends with 1 if a finding is an error.',
    'With files, folders, globs or - (standard input) it checks that YAML, whatever wrote it: Helm, Kustomize or a person. Without, it runs the program and checks what that renders, at the lines of TypeScript.',
    'With --against it also finds changes that `kubectl apply` refuses, and deletions that lose data.',
    'Rules, severities and what lies outside of the set are told by kubewright.config.ts.',
  ],
  positionals: [{ name: 'path', summary: 'Files, folders, globs, or - for standard input', many: true }],
  options: {
    format: {
      type: 'text',
      short: 'f',
      value: 'format',
      choices: REPORT_FORMATS,
      summary: 'How findings are printed; text by default',
    },
    target: {
      type: 'text',
      value: 'version',
      summary: 'The Kubernetes version that it is meant for, such as 1.34',
    },
    crds: {
      type: 'list',
      value: 'path',
      summary: 'CustomResourceDefinitions that the cluster has; may be given again',
    },
    against: {
      type: 'text',
      value: 'base',
      summary:
        'What was there before, for rules about changes: a git ref (main, HEAD~1), main... for where this branch left main, or a folder',
    },
  },
  examples: [
    { command: 'kubewright check', says: 'What is wrong with the charts of the program' },
    { command: 'kubewright check dist/', says: 'YAML that is there' },
    { command: 'helm template web ./chart | kubewright check -', says: 'What Helm renders' },
    {
      command: 'kubewright check --against origin/main...',
      says: 'And what an apply over main would refuse',
    },
    { command: 'kubewright check --format sarif > findings.sarif', says: 'For code scanning' },
  ],
  run: (context) => (module.require('../actions/check') as typeof action).check(context, context.options),
});
