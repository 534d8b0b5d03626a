import { type Manifest } from '../../model/manifest';
import { diffObjects } from '../../render/diff/diff-objects';
import { renderDiffText } from '../../render/diff/render-diff-text';
import { type Plan } from '../../render/plan';
import { compare, type CompareOptions } from '../../render/write/compare';
import { ExitCode } from '../../diagnostics/exit-code';
import { type Io, usesColor } from '../io';
import { diffPaint } from '../diff-paint';
import { shownPath } from '../project/project';
import { readObjects } from '../project/read-objects';

/** `kubewright synth --check`: says how the folder differs from the plan, by file and by object. */
export function showDrift(plan: Plan, dir: string, options: CompareOptions, io: Io): ExitCode {
  const found = compare(plan, dir, options);
  const shown = shownPath(dir, io.cwd);
  if (found.inSync) {
    io.stdout.write(`${shown} is up to date: ${found.unchanged.length} files\n`);
    return ExitCode.OK;
  }
  const files = [...found.added, ...found.changed, ...found.removed];
  const objects = (side: 'before' | 'after'): Manifest[] =>
    files.flatMap(({ path, [side]: bytes }) =>
      bytes === undefined ? [] : readObjects(Buffer.from(bytes).toString('utf8'), path),
    );
  const paint = diffPaint(usesColor(io.stdout, io.env));
  const lines = [
    ...found.added.map(({ path }) => paint('added', `+ ${path}`)),
    ...found.changed.map(({ path }) => paint('changed', `~ ${path}`)),
    ...found.removed.map(({ path }) => paint('removed', `- ${path}`)),
    ...found.edited.map((path) => paint('warning', `! ${path} is rendered no more, but somebody changed it`)),
    ...found.blocked.map(({ title, help }) => paint('warning', `! ${title}\n  help: ${help}`)),
  ];
  io.stdout.write(
    `${lines.join('\n')}\n\n${renderDiffText(diffObjects(objects('before'), objects('after')), paint)}`,
  );
  io.stderr.write(
    `error: ${shown} is not what the code renders\n  help: run \`kubewright synth\` and commit it\n`,
  );
  return ExitCode.FINDINGS;
}
