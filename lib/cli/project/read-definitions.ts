import { type Diagnostic } from '../../diagnostics/diagnostic';
import { PASSED_OVER } from '../../diagnostics/tool-codes';
import { textField } from '../../model/json-object';
import { type JsonObject } from '../../model/json-value';
import { readDiagnostic } from './read-diagnostic';
import { readSet } from './read-set';

/** The CustomResourceDefinitions of files, and what was wrong with the files. */
export interface Definitions {
  readonly crds: readonly JsonObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What `apiextensions.k8s.io` has served; the schemas of `v1beta1`, gone since 1.22, are not read. */
const API_VERSION = 'apiextensions.k8s.io/v1';

/**
 * Reads the CustomResourceDefinitions that the values of `--crds` name. Whatever else lies there is of no interest,
 * but a value that names none at all is an error: what it was meant for would go unchecked.
 */
export async function readDefinitions(paths: readonly string[], cwd: string): Promise<Definitions> {
  const crds: JsonObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const { objects, diagnostics: found } = await readSet([path], cwd);
    const problems = found.filter(({ code }) => code !== PASSED_OVER);
    diagnostics.push(...problems);
    const named = objects
      .map(({ object }) => object)
      .filter(({ kind }) => kind === 'CustomResourceDefinition');
    const read = named.filter(({ apiVersion }) => apiVersion === API_VERSION);
    crds.push(...read);
    if (read.length > 0 || problems.some(({ severity }) => severity === 'error')) continue;
    const [old] = named;
    diagnostics.push(
      readDiagnostic({
        reason: 'file',
        what:
          old === undefined
            ? `--crds ${path} holds no CustomResourceDefinition`
            : `--crds ${path} holds CustomResourceDefinitions of ${textField(old, 'apiVersion') ?? 'no version'} alone, which are not read`,
        help:
          old === undefined
            ? 'name the files that define the kinds: `kubectl get crd -o yaml` prints those of a cluster'
            : `take those of a later release, with \`apiVersion: ${API_VERSION}\``,
        span: { file: path, line: 1, column: 1 },
      }),
    );
  }
  return { crds, diagnostics };
}
