import { type JsonObject } from '../model/json-value';
import { emitDocument } from './emit-yaml';
import { type PlanFile } from './plan-file';

/** Names that kustomize looks for (kustomize, api/konfig/general.go, RecognizedKustomizationFileNames). */
export type KustomizationFile = 'kustomization.yaml' | 'Kustomization';

/**
 * The kustomization that lists the files as resources, in order. `sortOptions` keeps that order; without it
 * a `kustomize build --reorder=legacy` sorts by kind.
 */
export function kustomizationFor(path: KustomizationFile, resources: readonly string[]): PlanFile {
  const kustomization: JsonObject = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    sortOptions: { order: 'fifo' },
  };
  return { path, bytes: Buffer.from(emitDocument(kustomization), 'utf8'), objects: [] };
}
