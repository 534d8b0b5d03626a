import { defineRule } from 'kubewright/check';

const LABEL = 'acme.example/owner';

export const namespaceHasAnOwner = defineRule({
  code: 'ACME-1',
  name: 'namespace-has-an-owner',
  group: 'acme',
  severity: 'error',
  kinds: ['Namespace'],
  summary: 'A Namespace without an owner',
  explanation: `Costs are billed, and people are paged, by the label \`${LABEL}\` of the Namespace.`,
  bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
  good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    acme.example/owner: team-web
`,
  check(entry, { report }) {
    if (entry.labels[LABEL] !== undefined) return;
    report({
      object: entry,
      path: '/metadata/labels',
      title: `Namespace \`${entry.name}\` has no owner`,
      label: `labels lack \`${LABEL}\``,
      help: [`add the label \`${LABEL}\` with the name of your team`],
    });
  },
});
