import { defineConfig } from 'kubewright/check';

export default defineConfig({
  external: {
    objects: [
      { kind: 'Secret', namespace: 'config', name: 'account', from: 'the vault operator' },
      { kind: 'Secret', namespace: 'photo-view', name: 'registry', from: 'the vault operator' },
      { kind: 'Secret', namespace: 'web', name: 'shop-tls', from: 'the vault operator' },
    ],
  },
});
