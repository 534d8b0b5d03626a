import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as yaml from 'yaml';
import { ProgramError } from './program-error';
import { readSimpleYaml } from './simple-yaml';

/** What a project's cdk8s.yaml says to us. Keys that only the stock CLI reads stay in `raw`. */
export interface ProjectConfig {
  /** The absolute path of cdk8s.yaml; undefined when the project has none. */
  readonly file: string | undefined;
  /** The command that runs the program, such as `npx ts-node main.ts`. */
  readonly app: string | undefined;
  /** The output folder as written; the default is `dist`. */
  readonly output: string;
  /** What `cdk8s import` generates code for, such as `k8s@1.30.0`. */
  readonly imports: readonly string[];
  /** Validation plugins, or the URL of a file that lists them. */
  readonly validations: unknown;
  /** Everything, as parsed. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Reads `cdk8s.yaml` of the folder, where alone the stock CLI looks. Throws a ProgramError. */
export function readProjectConfig(projectDir: string): ProjectConfig {
  const file = join(projectDir, 'cdk8s.yaml');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return toConfig({}, undefined);
    throw configError(file, `cannot be read: ${(error as Error).message}`, error);
  }
  return toConfig(readSimpleYaml(text) ?? parse(text, file), file);
}

function parse(text: string, file: string): Record<string, unknown> {
  const { parseDocument, LineCounter } = module.require('yaml') as typeof yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new ProgramError({
      kind: 'config',
      message: `cdk8s.yaml is not YAML: ${error.message}`,
      file,
      frames: [{ file, line, column: col, name: '', own: true }],
      cause: error,
    });
  }
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw configError(file, 'must hold keys with values, such as "app: npx ts-node main.ts"');
}

function toConfig(raw: Readonly<Record<string, unknown>>, file: string | undefined): ProjectConfig {
  const text = (key: string): string | undefined => {
    const value = raw[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw configError(file, `has a "${key}" that is no text`);
  };
  const imports = raw.imports ?? [];
  if (!Array.isArray(imports) || !imports.every((item) => typeof item === 'string')) {
    throw configError(file, 'has "imports" that are no list of texts');
  }
  return {
    file,
    app: text('app'),
    output: text('output') ?? 'dist',
    imports,
    validations: raw.validations,
    raw,
  };
}

function configError(file: string | undefined, problem: string, cause?: unknown): ProgramError {
  return new ProgramError({
    kind: 'config',
    message: `cdk8s.yaml ${problem}`,
    ...(file === undefined ? {} : { file }),
    cause,
  });
}
