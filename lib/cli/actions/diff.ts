import { type Manifest } from '../../model/manifest';
import { diffObjects } from '../../render/diff/diff-objects';
import { renderDiffJson } from '../../render/diff/render-diff-json';
import { renderDiffMarkdown } from '../../render/diff/render-diff-markdown';
import { renderDiffText } from '../../render/diff/render-diff-text';
import { type CommandContext } from '../command';
import { diffPaint } from '../diff-paint';
import { ExitCode } from '../../diagnostics/exit-code';
import { usesColor } from '../io';
import { type BaseFile, readBase } from '../project/read-base';
import { Project } from '../project/project';
import { readObjects } from '../project/read-objects';

/** The options of `kubewright diff`. */
export interface DiffOptions {
  readonly format: 'text' | 'markdown' | 'json' | undefined;
  readonly out: string | undefined;
  readonly 'exit-code': boolean;
}

/** `kubewright diff` */
export async function diff(
  options: DiffOptions,
  { io, progress, positionals: [base] }: Pick<CommandContext, 'io' | 'progress' | 'positionals'>,
): Promise<ExitCode> {
  progress.step('Running the program');
  const project = new Project({ projectDir: io.cwd, out: options.out });
  const jobs = await project.load();
  progress.step('Comparing');
  const before = jobs.flatMap(({ dir }) => readBase(base, dir, io.cwd).flatMap(objectsOf));
  const after = jobs.flatMap(({ input }) =>
    input.charts.flatMap(({ objects }) => objects.map(({ object }) => object)),
  );
  const changes = diffObjects(before, after);
  progress.clear();
  switch (options.format) {
    case 'markdown':
      io.stdout.write(renderDiffMarkdown(changes));
      break;
    case 'json':
      io.stdout.write(renderDiffJson(changes));
      break;
    case 'text':
    case undefined:
      io.stdout.write(renderDiffText(changes, diffPaint(usesColor(io.stdout, io.env))));
  }
  project.save();
  return options['exit-code'] && changes.length > 0 ? ExitCode.FINDINGS : ExitCode.OK;
}

function objectsOf({ path, text }: BaseFile): readonly Manifest[] {
  return readObjects(text, path);
}
