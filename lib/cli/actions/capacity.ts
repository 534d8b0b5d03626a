import { capacityTable, type NamespaceCapacity } from '../../check/capacity/table/capacity-table';
import { ExitCode } from '../../diagnostics/exit-code';
import { type CommandContext } from '../command';
import { usesColor } from '../io';
import { gatherSets } from '../project/gather-sets';
import { capacityJson } from '../report/capacity/capacity-json';
import { capacityMarkdown } from '../report/capacity/capacity-markdown';
import { capacityText } from '../report/capacity/capacity-text';
import { printReport } from '../report/print-report';
import { styleFor } from '../style';
import { targetOf } from './target-of';

/** The options of `kubewright capacity`. */
export interface CapacityOptions {
  readonly format: 'text' | 'json' | 'markdown' | undefined;
  readonly target: string | undefined;
}

type Context = Pick<CommandContext, 'io' | 'progress' | 'positionals'>;

/** `kubewright capacity` */
export async function capacity(context: Context, options: CapacityOptions): Promise<ExitCode> {
  const { io, progress, positionals } = context;
  const target = targetOf(options);
  progress.step(positionals.length > 0 ? 'Reading' : 'Running the program');
  const { sets, config, problems } = await gatherSets(io, positionals);
  progress.clear();
  const isBroken = problems.some(({ severity }) => severity === 'error');
  // What could not be read is in no sum: a table without it would be wrong.
  if (isBroken) {
    printReport(
      { diagnostics: problems, objects: sets.reduce((sum, { size }) => sum + size, 0) },
      io.stderr,
      io,
      {
        format: 'text',
        rules: [],
      },
    );
    return ExitCode.FINDINGS;
  }
  const namespaces = sets.flatMap((set) => capacityTable(set, { ...config, ...target }));
  io.stdout.write(render(namespaces, options.format, usesColor(io.stdout, io.env)));
  return ExitCode.OK;
}

function render(
  namespaces: readonly NamespaceCapacity[],
  format: CapacityOptions['format'],
  isColoured: boolean,
): string {
  switch (format) {
    case 'json':
      return capacityJson(namespaces);
    case 'markdown':
      return capacityMarkdown(namespaces);
    case 'text':
    case undefined:
      return capacityText(namespaces, styleFor(isColoured));
  }
}
