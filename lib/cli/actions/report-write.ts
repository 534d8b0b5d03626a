import { type WriteReport } from '../../render/write/write';
import { type Io, usesColor } from '../io';
import { renderProblem } from '../render-problem';
import { styleFor } from '../style';

/** Most files that are listed by name. */
const MOST_LISTED = 20;

/** Says what was written into a folder, and what is to be looked after there. */
export function reportWrite(written: WriteReport, dir: string, io: Io): void {
  const { added, changed, removed, unchanged } = written;
  const lines = [
    ...added.map((path) => `+ ${path}`),
    ...changed.map((path) => `~ ${path}`),
    ...removed.map((path) => `- ${path}`),
  ];
  for (const line of lines.slice(0, MOST_LISTED)) io.stdout.write(`${line}\n`);
  if (lines.length > MOST_LISTED) io.stdout.write(`... and ${lines.length - MOST_LISTED} more\n`);
  const total = added.length + changed.length + unchanged.length;
  const counts = Object.entries({ added, changed, removed })
    .filter(([, paths]) => paths.length > 0)
    .map(([name, paths]) => `${paths.length} ${name}`);
  io.stdout.write(
    `${dir}: ${total} ${total === 1 ? 'file' : 'files'}, ${counts.length === 0 ? 'all up to date' : counts.join(', ')}\n`,
  );
  noteLeftovers(written, io);
}

/** Notes files of others, or changed by others, that hold what is rendered elsewhere or no more. */
export function noteLeftovers(
  { edited, duplicates }: Pick<WriteReport, 'edited' | 'duplicates'>,
  io: Io,
): void {
  const style = styleFor(usesColor(io.stderr, io.env));
  const note = (title: string, help: string): void => {
    io.stderr.write(renderProblem({ title, help, objects: [], files: [] }, 'note', style));
  };
  for (const path of edited) {
    note(`${path} is rendered no more, but somebody changed it: it is kept`, 'remove it if nobody needs it');
  }
  for (const { path } of duplicates) {
    note(
      `${path} holds objects that are rendered into other files now`,
      'remove it, or run `kubewright synth --adopt`',
    );
  }
}
