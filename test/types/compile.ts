import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

/** One error: what the compiler says, and the text that it marks. */
export interface CompileError {
  readonly message: string;
  readonly place: string;
}

/**
 * The compiler's errors on each snippet, by its key. All are files of one program, which reads the library once.
 * A snippet stands below all classes of the package, a `chart` and an `image`.
 */
export function compileErrors<K extends string>(
  snippets: Readonly<Record<K, string>>,
): Record<K, CompileError[]> {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = new Map(
    Object.entries<string>(snippets).map(([key, text]) => [
      join(ROOT, 'test/types', `snippet ${key}.ts`),
      text,
    ]),
  );
  const host = ts.createCompilerHost(options);
  host.fileExists = (path) => files.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => {
    const text = files.get(path);
    return text === undefined ? ts.sys.readFile(path) : `${PREAMBLE}\n${text}\n`;
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  const errors = [...files.keys()].map((path) => {
    const file = program.getSourceFile(path);
    return program
      .getSemanticDiagnostics(file)
      .concat(program.getSyntacticDiagnostics(file))
      .map(({ messageText, start = 0, length = 0 }) => ({
        message: ts.flattenDiagnosticMessageText(messageText, '\n'),
        place: file?.text.slice(start, start + length) ?? '',
      }));
  });
  return Object.fromEntries(Object.keys(snippets).map((key, index) => [key, errors[index] ?? []])) as Record<
    K,
    CompileError[]
  >;
}

const PREAMBLE = `import { App, Chart } from 'cdk8s';
import * as kubewright from 'kubewright';
const {
  AppConfig, AppSecret, BatchJob, BlueGreen, Canary, ClusterRoleGrant, ExternalService, NodeAgent, podField,
  Quantity, resourceField, ReplicaGroup, RoleGrant, ScheduledJob, SharedIngress, SharedService, SinglePod,
  StatefulService, StaticVolume, StorageClass, Tenant, Volume, VolumeClaim, WebService, Worker,
} = kubewright;
const chart = new Chart(new App(), 'chart');
const image = 'a:1';`;
