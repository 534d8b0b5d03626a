import { join } from 'node:path';
import ts from 'typescript';

/** What the compiler says of one module. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}

/**
 * Type-checks modules that stand nowhere on the disk, by the project's own settings, and says what is wrong
 * with them. Their paths decide what they can import.
 */
export function typeCheck(
  root: string,
  modules: ReadonlyMap<string, string>,
  oldProgram?: ts.Program,
): { readonly program: ts.Program; readonly problems: readonly Problem[] } {
  const options = compilerOptions(root);
  const program = ts.createProgram({
    rootNames: [join(root, 'lib/index.ts'), ...modules.keys()],
    options,
    host: hostWith(options, modules),
    // All that it has parsed is used again.
    ...(oldProgram && { oldProgram }),
  });
  const problems = [...modules.keys()].flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText }) => ({
      file,
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    })),
  );
  return { program, problems };
}

/** The settings of the project's tsconfig.json, as they suit an example. */
export function compilerOptions(root: string): ts.CompilerOptions {
  const path = join(root, 'tsconfig.json');
  const read = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (read.error) throw new Error(ts.flattenDiagnosticMessageText(read.error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root, undefined, path);
  // An example shows how a thing is made, and may leave it at that.
  return { ...options, noUnusedLocals: false };
}

function hostWith(options: ts.CompilerOptions, modules: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (file) => modules.has(file) || host.fileExists(file),
    readFile: (file) => modules.get(file) ?? host.readFile(file),
    getSourceFile: (file, ...rest) => {
      const text = modules.get(file);
      return text === undefined
        ? host.getSourceFile(file, ...rest)
        : ts.createSourceFile(file, text, rest[0], true);
    },
  };
}
