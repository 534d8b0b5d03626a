import { type Manifest } from '../../model/manifest';
import { diffObjects } from '../../render/diff/diff-objects';
import { renderDiffText } from '../../render/diff/render-diff-text';
import { type Plan } from '../../render/plan';
import { compare, type CompareOptions, type Comparison } from '../../render/write/compare';
import { ExitCode } from '../../diagnostics/exit-code';
import { type Io, usesColor } from '../io';
import { diffPaint } from '../diff-paint';
import { shownPath } from '../project/project';
import { readObjects } from '../project/read-objects';
import { ProgramError } from '../program/program-error';
import { renderProblem } from '../render-problem';
import { styleFor } from '../style';
import { noteLeftovers } from './report-write';

/** `kubewright synth --check`: says how the folder differs from the plan, by file and by object. */
export function showDrift(plan: Plan, dir: string, options: CompareOptions, io: Io): ExitCode {
  const found = compare(plan, dir, options);
  const shown = shownPath(dir, io.cwd);
  const style = styleFor(usesColor(io.stderr, io.env));
  noteLeftovers({ edited: [], duplicates: found.duplicates }, io);
  if (found.inSync) {
    const { length } = found.unchanged;
    io.stdout.write(`${shown} is up to date: ${length} ${length === 1 ? 'file' : 'files'}\n`);
    return ExitCode.OK;
  }
  io.stdout.write(describe(found, io));
  const title = `${shown} is not what the code renders`;
  const help = 'run `kubewright synth` and commit it';
  io.stderr.write(renderProblem({ title, help, objects: [], files: [] }, 'error', style));
  return ExitCode.FINDINGS;
}

function describe({ added, changed, removed, edited, blocked }: Comparison, io: Io): string {
  const paint = diffPaint(usesColor(io.stdout, io.env));
  const unreadable: string[] = [];
  const objectsIn = (path: string, bytes: Uint8Array): readonly Manifest[] => {
    try {
      return readObjects(Buffer.from(bytes).toString('utf8'), path);
    } catch (error) {
      // It differs, so it is told as that already; what it was meant to hold nobody knows.
      if (!(error instanceof ProgramError)) throw error;
      unreadable.push(error.message);
      return [];
    }
  };
  const objects = (side: 'before' | 'after'): Manifest[] =>
    [...added, ...changed, ...removed].flatMap(({ path, [side]: bytes }) =>
      bytes === undefined ? [] : objectsIn(path, bytes),
    );
  const changes = diffObjects(objects('before'), objects('after'));
  const lines = [
    ...added.map(({ path }) => paint('added', `+ ${path}`)),
    ...changed.map(({ path }) => paint('changed', `~ ${path}`)),
    ...removed.map(({ path }) => paint('removed', `- ${path}`)),
    ...edited.map((path) => paint('warning', `! ${path} is rendered no more, but somebody changed it`)),
    ...blocked.map(({ title, help }) => paint('warning', `! ${title}\n  help: ${help}`)),
    ...unreadable.map((message) => paint('warning', `! ${message}`)),
  ];
  const text = `${lines.join('\n')}\n`;
  if (changes.length > 0) return `${text}\n${renderDiffText(changes, paint)}`;
  const isSame = unreadable.length + edited.length + blocked.length === 0;
  return isSame ? `${text}\nthe same objects, in other files or other words\n` : text;
}
