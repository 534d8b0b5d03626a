import { Chart } from 'cdk8s';
import { emitDocuments } from '../render/emit-yaml';
import { isApp, manifestsOf } from './manifests-of';
import { ManifestText } from './manifest-text';

/** Writes what renders to manifests into snapshots as the YAML that `kubewright synth` writes. */
export const manifestSerializer = {
  /** Whether it is an App, a Chart, or the text of toMatchManifestSnapshot. */
  test(value: unknown): boolean {
    return value instanceof ManifestText || isApp(value) || Chart.isChart(value);
  },

  serialize(value: unknown): string {
    return value instanceof ManifestText ? value.text : emitDocuments(manifestsOf(value)).trimEnd();
  },
};
