import { type Diagnostic } from '../../diagnostics/diagnostic';
import { type ObjectInput } from '../../model/object-entry';
import { findManifestFiles } from '../../read/find-manifest-files';
import { readFiles } from '../../read/read-files';
import { readManifests } from '../../read/read-manifests';
import { PASSED_OVER } from '../../diagnostics/tool-codes';
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
    // A file that was named is meant; in a folder lie values of charts and settings of other tools too.
    if (
      !paths.includes(read.file) &&
      read.file !== '<stdin>' &&
      result.problems.length === 0 &&
      !result.objects.some(hasKind)
    ) {
      if (result.objects.length > 0) diagnostics.push(passedOver(read.file));
      continue;
    }
    objects.push(...result.objects);
    diagnostics.push(...result.problems.map(readDiagnostic));
  }
  return { objects, diagnostics };
}

/** Whether it says of what kind it is, in whatever case: what is written wrong is to be found, not passed over. */
function hasKind({ object }: ObjectInput): boolean {
  return Object.keys(object).some((key) => key.toLowerCase() === 'kind');
}

function passedOver(file: string): Diagnostic {
  return {
    code: PASSED_OVER,
    severity: 'info',
    title: `${file} holds no Kubernetes object and was passed over`,
    spans: [{ file, line: 1, column: 1, label: 'no `kind` here' }],
    notes: [],
    help: ['name the file itself to have it checked all the same'],
  };
}
