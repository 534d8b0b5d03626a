import { emitDocuments } from '../../render/emit-yaml';
import { ManifestText } from '../manifest-text';
import { manifestsOf } from '../manifests-of';

/** The matcher of jest that keeps snapshots. */
interface JestSnapshot {
  readonly toMatchSnapshot: (this: unknown, received: unknown, ...hint: string[]) => unknown;
}

/**
 * `expect(chart).toMatchManifestSnapshot()`: what it renders to is the YAML of the snapshot, which reads as the file
 * that `kubewright synth` writes.
 */
export function toMatchManifestSnapshot(this: unknown, received: unknown, hint?: string): unknown {
  // Part of the jest that runs the test.
  const { toMatchSnapshot } = module.require('jest-snapshot') as JestSnapshot;
  const text = new ManifestText(emitDocuments(manifestsOf(received)).trimEnd());
  return toMatchSnapshot.call(this, text, ...(hint === undefined ? [] : [hint]));
}
