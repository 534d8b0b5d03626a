import { diffObjects } from '../../render/diff/diff-objects';
import { renderDiffJson } from '../../render/diff/render-diff-json';
import { renderDiffMarkdown } from '../../render/diff/render-diff-markdown';
import { renderDiffText } from '../../render/diff/render-diff-text';
import { plan } from '../../render/plan';
import { type CommandContext } from '../command';
import { diffPaint } from '../diff-paint';
import { ExitCode } from '../../diagnostics/exit-code';
import { usesColor } from '../io';
import { findBase, readBase } from '../project/read-base';
import { renderWithPlaces } from '../project/render-with-places';
import { Project } from '../project/project';
import { readObjects } from '../project/read-objects';
import { objectsOf } from '../project/render-job';

/** The options of `kubewright diff`. */
export interface DiffOptions {
  readonly format: 'text' | 'markdown' | 'json' | undefined;
  readonly out: string | undefined;
  readonly 'exit-code': boolean;
}

/** `kubewright diff` */
export async function diff(
  options: DiffOptions,
  { io, progress, positionals: [word] }: Pick<CommandContext, 'io' | 'progress' | 'positionals'>,
): Promise<ExitCode> {
  const base = findBase(word, io.cwd);
  progress.step('Running the program');
  const project = new Project({ projectDir: io.cwd, out: options.out });
  const jobs = await renderWithPlaces(project, (made) => {
    // What cannot be rendered is no change, but an error.
    for (const job of made) plan(job.input, { layout: job.layout });
    return made;
  });
  progress.step('Comparing');
  // Two folders may hold objects of one name, for two clusters: each is compared with its own.
  const changes = jobs.flatMap((job) => {
    const before = readBase(base, job.dir, job.subfolder);
    return diffObjects(
      before.flatMap(({ path, text }) => readObjects(text, path)),
      objectsOf(job),
    );
  });
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
