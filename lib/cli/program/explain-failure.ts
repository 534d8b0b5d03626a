import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { suggest } from '../../diagnostics/suggest';
import { importPlace } from './import-place';
import { ProgramError, type StackFrame } from './program-error';
import { parseStack } from './stack';
import { isUserFile } from './user-file';

/** An import that an ES module's loader could not follow; its errors have no stack to read it from. */
export interface Unresolved {
  readonly specifier: string;
  readonly from: string;
}

/** Turns what a program threw into a ProgramError with the user's frames first. */
export function explainFailure(error: unknown, unresolved?: Unresolved): ProgramError {
  if (error instanceof ProgramError) return error;
  const thrown = error instanceof Error ? error : new Error(String(error), { cause: error });
  const frames = withoutLoader(parseStack(stackOf(thrown)));
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') {
    const request = unresolved?.specifier ?? /Cannot find module '([^']+)'/.exec(thrown.message)?.[1];
    const { requireStack = [] } = thrown as { readonly requireStack?: readonly string[] };
    const from = unresolved?.from ?? requireStack[0];
    // A library that lacks one of its own modules is no mistake of the program's imports.
    if (request !== undefined && from !== undefined && isUserFile(from)) {
      return moduleNotFound(request, from, frames, thrown);
    }
  }
  return new ProgramError({
    kind: 'exception',
    message: headline(thrown),
    frames,
    cause: error,
  });
}

function headline(error: Error): string {
  const { name, message } = error;
  if (message === '') return name;
  return name === 'Error' ? message : `${name}: ${message}`;
}

function stackOf(error: Error): string {
  const { stack } = error as { stack?: unknown };
  return typeof stack === 'string' ? stack : '';
}

/** Below the first line of the program there is only what loaded it. */
function withoutLoader(frames: readonly StackFrame[]): readonly StackFrame[] {
  const outermost = frames.findLastIndex((frame) => frame.own);
  return outermost < 0 ? frames : frames.slice(0, outermost + 1);
}

function moduleNotFound(
  request: string,
  from: string,
  frames: readonly StackFrame[],
  cause: Error,
): ProgramError {
  const own = frames.filter((frame) => frame.own);
  return new ProgramError({
    kind: 'module-not-found',
    message: `cannot find ${request.startsWith('.') ? 'the file' : 'the module'} ${request}, imported by ${basename(from)}`,
    file: from,
    frames: [...importFrame(request, from), ...own.filter((frame) => frame.file !== from)],
    help: request.startsWith('.') ? nearFiles(request, from) : packageHelp(request, from),
    cause,
  });
}

function importFrame(request: string, from: string): StackFrame[] {
  const place = importPlace(readFileSync(from, 'utf8'), request);
  return place === undefined ? [] : [{ file: from, ...place, name: '', own: true }];
}

function nearFiles(request: string, from: string): string[] {
  const wanted = resolve(dirname(from), request);
  const folder = dirname(wanted);
  if (!existsSync(folder)) return [`the folder ${folder} does not exist`];
  const names = readdirSync(folder).map((name) => name.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, ''));
  const name = basename(wanted).replace(/\.[cm]?[jt]sx?$/, '');
  return suggest(name, names).map((found) => {
    const prefix = request.slice(0, request.length - basename(request).length);
    return `did you mean ${prefix}${found}?`;
  });
}

function packageHelp(request: string, from: string): string[] {
  const name = /^(?:@[^/]+\/)?[^/]+/.exec(request)?.[0] ?? request;
  for (let dir = dirname(from); ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'node_modules', name))) {
      return [`the package ${name} is installed, but has no ${request.slice(name.length + 1)}`];
    }
    if (existsSync(join(dir, 'package.json')) && !existsSync(join(dir, 'node_modules'))) {
      return [`nothing is installed in ${dir}: run npm ci`];
    }
    if (dirname(dir) === dir) return [`install it: npm install ${name}`];
  }
}
