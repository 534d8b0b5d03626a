import { defineConfig } from 'kubewright/check';

export default defineConfig({
  // The manifests that the charts stand for ask for nothing and have few probes, and so have the charts.
  severities: { K606: 'off', K608: 'off' },
  external: {
    objects: [
      { kind: 'Secret', namespace: 'config', name: 'account', from: 'the vault operator' },
      { kind: 'Secret', namespace: 'photo-view', name: 'registry', from: 'the vault operator' },
      { kind: 'Secret', namespace: 'web', name: 'shop-tls', from: 'the vault operator' },
    ],
  },
  // Pods on the files of their node are what the chart shows; by its lines, and by those of what it renders.
  paths: [{ files: ['charts/storage.ts', '**/storage.k8s.yaml'], severities: { K602: 'off' } }],
});
