import { type Manifest } from '../../model/manifest';
import { diffObjects } from '../../render/diff/diff-objects';
import { renderDiffText } from '../../render/diff/render-diff-text';
import { plan } from '../../render/plan';
import { write } from '../../render/write/write';
import { type CommandContext } from '../command';
import { diffPaint } from '../diff-paint';
import { ExitCode } from '../../diagnostics/exit-code';
import { usesColor } from '../io';
import { FileWatcher } from '../project/file-watcher';
import { Project, shownPath } from '../project/project';
import { reportFailure } from '../report-failure';

/** The options of `kubewright watch`. */
export interface WatchOptions {
  readonly out: string | undefined;
  readonly layout: string | undefined;
}

/** `kubewright watch`: until it is interrupted. */
export async function watch(options: WatchOptions, { io }: Pick<CommandContext, 'io'>): Promise<ExitCode> {
  const project = new Project({ projectDir: io.cwd, out: options.out, layout: options.layout });
  const paint = diffPaint(usesColor(io.stdout, io.env));
  let last: readonly Manifest[] | undefined;

  const render = async (): Promise<void> => {
    const started = performance.now();
    const jobs = await project.load();
    const objects = jobs.flatMap(({ input }) =>
      input.charts.flatMap((chart) => chart.objects.map(({ object }) => object)),
    );
    for (const { dir, input, layout } of jobs) write(plan(input, { layout }), dir, { projectRoot: io.cwd });
    const took = `${Math.round(performance.now() - started)} ms`;
    const dirs = jobs.map(({ dir }) => shownPath(dir, io.cwd)).join(', ');
    if (last === undefined)
      io.stdout.write(`${dirs}: ${objects.length} objects in ${took}; waiting for changes\n`);
    else io.stdout.write(`${renderDiffText(diffObjects(last, objects), paint).trimEnd()} (${took})\n`);
    last = objects;
    project.save();
  };

  // Saves that come while a run is on are answered by one more run.
  let running = false;
  let again = false;
  const watcher = new FileWatcher(() => void run());
  const run = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      watcher.unref();
      try {
        await render();
      } catch (error) {
        // Of whatever kind: the next save may mend it.
        reportFailure(error, ['watch'], io);
      }
      watcher.follow(project.files());
    }
    running = false;
  };
  await run();
  return new Promise((resolve) => {
    process.once('SIGINT', () => {
      watcher.close();
      resolve(ExitCode.OK);
    });
  });
}
