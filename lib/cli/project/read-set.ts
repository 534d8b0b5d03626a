import { type Diagnostic } from '../../diagnostics/diagnostic';
import { type ObjectInput } from '../../model/object-entry';
import { findManifestFiles } from '../../read/find-manifest-files';
import { readFiles } from '../../read/read-files';
import { readManifests } from '../../read/read-manifests';
import { readDiagnostic } from './read-diagnostic';

/** Objects that were read, and what was wrong with the files. */
export interface ReadSet {
  readonly objects: readonly ObjectInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all manifests that the arguments of a command name. What is broken is told, and the rest is read. */
export async function readSet(paths: readonly string[], cwd: string): Promise<ReadSet> {
  const objects: ObjectInput[] = [];
  const diagnostics: Diagnostic[] = [];
  const { files, problems } = await findManifestFiles(paths, { cwd });
  diagnostics.push(...problems.map(readDiagnostic));
  for await (const read of readFiles(files, { cwd })) {
    if (!('text' in read)) {
      diagnostics.push(readDiagnostic(read.problem));
      continue;
    }
    const result = readManifests(read.text, read.file);
    objects.push(...result.objects);
    diagnostics.push(...result.problems.map(readDiagnostic));
  }
  return { objects, diagnostics };
}
