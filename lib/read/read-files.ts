import { constants, isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from './error-code';
import { STDIN } from './find-manifest-files';
import { type ReadProblem } from './read-problem';
import { TextPlaces } from './text-places';

/** Settings of {@link readFiles}. */
export interface ReadFilesOptions {
  /** What paths are relative to; the working directory of the process if left out. */
  readonly cwd?: string;
  /** What `-` stands for; the standard input of the process if left out. */
  readonly stdin?: AsyncIterable<Buffer | string>;
}

/** A file that was read, or why it was not. */
export type FileText =
  { readonly file: string; readonly text: string } | { readonly file: string; readonly problem: ReadProblem };

/** What the standard input is called in places. */
export const STDIN_NAME = '<stdin>';

/**
 * Reads files one after the other, each when it is asked for, so that the memory is that of one file and
 * of what the caller keeps. A file that cannot be read is a problem, and the others are read.
 *
 * @param paths as {@link findManifestFiles} lists them
 *
 * @example
 * for await (const read of readFiles(files)) {
 *   if ('text' in read) readManifests(read.text, read.file);
 * }
 */
export async function* readFiles(
  paths: Iterable<string> | AsyncIterable<string>,
  { cwd = process.cwd(), stdin = process.stdin }: ReadFilesOptions = {},
): AsyncGenerator<FileText> {
  for await (const path of paths) {
    const file = path === STDIN ? STDIN_NAME : path;
    try {
      const bytes = path === STDIN ? await readAll(stdin) : await readWhole(resolve(cwd, path));
      yield bytes === undefined ? tooLarge(file) : decode(file, bytes);
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      yield {
        file,
        problem: fileProblem(
          file,
          `${file} cannot be read (${code})`,
          'see that it is there, and its permissions',
        ),
      };
    }
  }
}

/** Undefined for what is larger than a text can be. */
async function readWhole(path: string): Promise<Buffer | undefined> {
  return (await stat(path)).size > constants.MAX_STRING_LENGTH ? undefined : readFile(path);
}

async function readAll(stream: AsyncIterable<Buffer | string>): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > constants.MAX_STRING_LENGTH) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function decode(file: string, bytes: Buffer): FileText {
  if (isUtf8(bytes)) return { file, text: bytes.toString('utf8') };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const problem = encodingProblem(file, 'the file is text in UTF-16, which kubectl does not split', 1, 1);
    return { file, problem };
  }
  const text = bytes.toString('utf8');
  const { line, column } = new TextPlaces(text).at(firstBroken(text, bytes));
  return { file, problem: encodingProblem(file, 'the file is not text in UTF-8', line, column) };
}

/** Offset of the first replacement character that the file itself does not have. */
function firstBroken(text: string, bytes: Buffer): number {
  let at = 0;
  let size = 0;
  for (let found = text.indexOf('\ufffd'); found !== -1; found = text.indexOf('\ufffd', at)) {
    size += Buffer.byteLength(text.slice(at, found));
    if (bytes[size] !== 0xef || bytes[size + 1] !== 0xbf || bytes[size + 2] !== 0xbd) return found;
    size += 3;
    at = found + 1;
  }
  return 0;
}

function tooLarge(file: string): FileText {
  const megabytes = Math.floor(constants.MAX_STRING_LENGTH / 2 ** 20);
  const what = `${file} is larger than ${megabytes} MB`;
  return { file, problem: fileProblem(file, what, 'split it, or leave it out if it holds no manifests') };
}

function fileProblem(file: string, what: string, help: string): ReadProblem {
  return { reason: 'file', what, help, span: { file, line: 1, column: 1 } };
}

function encodingProblem(file: string, what: string, line: number, column: number): ReadProblem {
  return {
    reason: 'encoding',
    what,
    help: 'save it as UTF-8, or leave it out if it is no text',
    span: { file, line, column },
  };
}
