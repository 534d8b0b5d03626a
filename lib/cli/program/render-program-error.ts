import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type Style } from '../style';
import { type ProgramError, type StackFrame } from './program-error';

export interface RenderOptions {
  /** Paths are shown relative to this folder when they lie in it. */
  readonly cwd: string;
  readonly style: Style;
}

const TITLES: Readonly<Record<ProgramError['kind'], string>> = {
  'missing-entry': 'error',
  config: 'error',
  syntax: 'syntax error',
  type: 'type error',
  'module-not-found': 'error',
  exception: 'uncaught',
  exit: 'error',
  unfinished: 'error',
  'no-app': 'error',
  synth: 'error',
  manifest: 'error',
  command: 'error',
};

/** A failure of the user's program as text: what, where with the line of code, how it got there. */
export function renderProgramError(error: ProgramError, options: RenderOptions): string {
  const { style, cwd } = options;
  const [title = '', ...more] = error.message.split('\n');
  const own = error.frames.filter((frame) => frame.own);
  const [first, ...callers] = own;
  const pad = ' '.repeat(String(first?.line ?? 1).length);
  const note = (text: string): string => `${pad} ${style.cyan('=')} ${text}`;
  const lines = [`${style.red(style.bold(TITLES[error.kind]))}${style.bold(`: ${title}`)}`];
  lines.push(...more.map((line) => `${pad}   ${line}`));
  if (first !== undefined) lines.push(...codeFrame(first, pad, options));
  else if (error.file !== undefined) {
    lines.push(`${pad}${style.cyan('-->')} ${shown(error.file, cwd)}`);
  }
  for (const { file, line, column, name } of callers) {
    const place = `${shown(file, cwd)}:${String(line)}:${String(column)}`;
    lines.push(note(`from ${place}${name === '' ? '' : ` (${name})`}`));
  }
  const folded = error.frames.length - own.length;
  if (error.kind === 'exception' && own.length === 0) {
    lines.push(...error.frames.map(({ name, file, line }) => note(`at ${name} ${file}:${String(line)}`)));
  } else if (folded > 0) {
    lines.push(note(style.dim(`${String(folded)} frames of libraries left out`)));
  }
  lines.push(...error.help.map((help) => note(`help: ${help}`)));
  return `${lines.join('\n')}\n`;
}

function codeFrame(frame: StackFrame, pad: string, { cwd, style }: RenderOptions): string[] {
  const { file, line, column } = frame;
  const arrow = `${pad}${style.cyan('-->')} ${shown(file, cwd)}:${String(line)}:${String(column)}`;
  const text = sourceLine(file, line);
  if (text === undefined) return [arrow];
  // Tabs stay tabs, so that the caret stands under its character whatever their width.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, ' ');
  const bar = style.cyan('|');
  return [
    arrow,
    `${pad} ${bar}`,
    `${style.cyan(String(line))} ${bar} ${text}`,
    `${pad} ${bar} ${indent}${style.red('^')}`,
  ];
}

function sourceLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[line - 1]?.trimEnd();
  } catch {
    // The place is told; the line of a file that is gone by now is not.
    return undefined;
  }
}

function shown(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return path.startsWith('..') ? file : path;
}
