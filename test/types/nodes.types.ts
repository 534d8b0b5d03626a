// Compiled by `npm run typecheck`: each line below a @ts-expect-error must be refused.
import { defineConfig, type ExternalNode } from 'kubewright/check';

defineConfig({ external: { nodes: 'nodes.yaml' } });
defineConfig({ external: { nodes: [{ name: 'a', allocatable: { cpu: 4, memory: '16Gi' } }] } });
defineConfig({ external: { nodes: [{ kind: 'Node', metadata: { name: 'a' }, status: {} }] } });

export const nodes: readonly ExternalNode[] = [
  { name: 'a', taints: [{ key: 'gpu', effect: 'NoSchedule' }], unschedulable: true },
  // @ts-expect-error: no such field
  { name: 'a', taint: [] },
  // @ts-expect-error: no such effect
  { name: 'a', taints: [{ key: 'gpu', effect: 'Never' }] },
  // @ts-expect-error: labels are text
  { name: 'a', labels: { gpu: true } },
  // @ts-expect-error: a Node has a name
  { labels: { gpu: 'yes' } },
];

// @ts-expect-error: what is declared are Nodes
defineConfig({ external: { nodes: [{ kind: 'Pod', metadata: { name: 'a' } }] } });
