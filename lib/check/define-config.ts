import { type KubewrightConfig } from './config';

/**
 * Types the configuration of a project: the default export of kubewright.config.ts, beside cdk8s.yaml.
 * Codes, patterns and versions are checked when it is used.
 *
 * @example
 * ```ts
 * import { defineConfig } from 'kubewright/check';
 *
 * export default defineConfig({
 *   target: '1.34',
 *   severities: { K301: 'warning' },
 *   external: { objects: [{ kind: 'Secret', namespace: 'shop', from: 'the vault operator' }] },
 *   paths: [{ files: 'charts/legacy/**', severities: { K305: 'off' } }],
 * });
 * ```
 */
export function defineConfig(config: KubewrightConfig): KubewrightConfig {
  return config;
}
