import { type CommandContext } from '../command';
import { usesColor } from '../io';
import { renderProgramError } from '../program/render-program-error';
import { startProjectTypecheck } from '../project/start-project-typecheck';
import { styleFor } from '../style';

/**
 * Renders while the compiler checks the types of the program, and prints what it finds. An exception of the program is
 * thrown after that: a wrong type is often why.
 *
 * @returns what was rendered; undefined if there are type errors
 */
export async function checkTypesBeside<T>(
  render: () => Promise<T>,
  { io, progress }: Pick<CommandContext, 'io' | 'progress'>,
): Promise<T | undefined> {
  const types = startProjectTypecheck(io.cwd);
  const [rendered] = await Promise.allSettled([render()]);
  progress.step('Checking types');
  const errors = await types.errors();
  progress.clear();
  const style = styleFor(usesColor(io.stderr, io.env));
  for (const error of errors) io.stderr.write(renderProgramError(error, { cwd: io.cwd, style }));
  if (rendered.status === 'rejected') throw rendered.reason;
  return errors.length > 0 ? undefined : rendered.value;
}
